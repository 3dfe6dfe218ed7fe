import { env } from '#platform/environment/env.ts';
import { textProvider } from './texts/provider.ts';

/** The ways that a message goes; each has a queue of this name. */
export const CHANNELS = ['mail', 'text'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Whether something can be sent this way; where it cannot, messages wait for a person. */
export const isSetUp = (channel: Channel): boolean =>
  channel === 'mail' ? Boolean(env.SMTP_URL) : Boolean(textProvider());

/** The channels over which something can be sent. */
export const configuredChannels = (): Channel[] => CHANNELS.filter(isSetUp);
