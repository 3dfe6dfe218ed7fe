/** How somebody said that they do not want to be contacted any more. */
export const WITHDRAWAL_SOURCES = ['link', 'message', 'text', 'coordinator'] as const;
export type WithdrawalSource = (typeof WITHDRAWAL_SOURCES)[number];

export const WITHDRAWAL_SOURCE_LABELS: Record<WithdrawalSource, string> = {
  link: 'By the link of the receipt',
  message: 'By the link in a message from us',
  text: 'By text message',
  coordinator: 'Told to a coordinator',
};

/** What a suppression is about. */
export const SUPPRESSED_CHANNELS = ['phone', 'email'] as const;
export type SuppressedChannel = (typeof SUPPRESSED_CHANNELS)[number];

export const SUPPRESSED_CHANNEL_LABELS: Record<SuppressedChannel, string> = {
  phone: 'A phone number',
  email: 'An email address',
};

/** What a request can share with another one that was taken back. */
export const SHARED = [...SUPPRESSED_CHANNELS, 'answers'] as const;
export type Shared = (typeof SHARED)[number];

export const SHARED_LABELS: Record<Shared, string> = {
  phone: 'The phone number',
  email: 'The email address',
  answers: 'All answers',
};
