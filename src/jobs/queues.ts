import { CHANNELS, configuredChannels } from '#submissions/messages/channels.ts';

/** All queues: one for each channel of messages. A job that sends nothing gets a queue of its own here. */
export const QUEUES = [...CHANNELS] as const;
export type Queue = (typeof QUEUES)[number];

/** The queues whose jobs can run with what is set up: mail needs a mail server, text a provider. */
export const runnableQueues = (): Queue[] => configuredChannels();
