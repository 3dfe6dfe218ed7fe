import { CHANNELS, configuredChannels } from '#submissions/messages/channels.ts';

/** All queues: one for each message channel. A job that is no message gets its own queue here. */
export const QUEUES = [...CHANNELS] as const;
export type Queue = (typeof QUEUES)[number];

/** Returns the queues whose jobs can run: mail needs a mail server, text a provider. */
export const runnableQueues = (): Queue[] => configuredChannels();
