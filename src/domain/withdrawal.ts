/** How a person told us to stop contacting them. */
export const WITHDRAWAL_SOURCES = ['link', 'message', 'text', 'coordinator'] as const;
export type WithdrawalSource = (typeof WITHDRAWAL_SOURCES)[number];

export const WITHDRAWAL_SOURCE_LABELS: Record<WithdrawalSource, string> = {
  link: 'By the link of the receipt',
  message: 'By the link in a message from us',
  text: 'By text message',
  coordinator: 'Told to a coordinator',
};

/** Channels for which contact can be suppressed. */
export const SUPPRESSED_CHANNELS = ['phone', 'email'] as const;
export type SuppressedChannel = (typeof SUPPRESSED_CHANNELS)[number];

export const SUPPRESSED_CHANNEL_LABELS: Record<SuppressedChannel, string> = {
  phone: 'A phone number',
  email: 'An email address',
};

/** Details that a submission can have in common with a withdrawn one. */
export const SHARED_DETAILS = [...SUPPRESSED_CHANNELS, 'answers'] as const;
export type SharedDetail = (typeof SHARED_DETAILS)[number];

export const SHARED_DETAIL_LABELS: Record<SharedDetail, string> = {
  phone: 'The phone number',
  email: 'The email address',
  answers: 'All answers',
};
