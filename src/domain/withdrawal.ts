/** How somebody said that they do not want to be contacted any more. */
export const WITHDRAWAL_SOURCES = ['link', 'text', 'coordinator'] as const;
export type WithdrawalSource = (typeof WITHDRAWAL_SOURCES)[number];

export const WITHDRAWAL_SOURCE_LABELS: Record<WithdrawalSource, string> = {
  link: 'By the link of the receipt',
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
