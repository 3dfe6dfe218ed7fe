import { env } from '#platform/environment/env.ts';
import { getTextProvider } from './texts/text-provider.ts';

/** The channels that messages are sent over; each has a queue of the same name. */
export const CHANNELS = ['mail', 'text'] as const;
export type Channel = (typeof CHANNELS)[number];

/** True if a provider is set up for the channel. Without one, its messages wait for a person. */
export const isConfigured = (channel: Channel): boolean =>
  channel === 'mail' ? Boolean(env.SMTP_URL) : Boolean(getTextProvider());

/** The channels that have a provider. */
export const configuredChannels = (): Channel[] => CHANNELS.filter(isConfigured);
