import type { JobsConfig, TaskConfig } from 'payload';
import { nobody } from '#access/rules.ts';
import { MESSAGE_NAMES, MESSAGES, type MessageName } from './messages.ts';
import { send } from './send.ts';

/** The first repetition comes after five seconds, the last one after three quarters of an hour. */
const RETRIES: TaskConfig['retries'] = {
  attempts: 10,
  backoff: { type: 'exponential', delay: 5_000 },
};

interface Task {
  input: { submission: string };
  output: object;
}

const task = (slug: MessageName): TaskConfig<Task> => ({
  slug,
  label: MESSAGES[slug].label,
  inputSchema: [{ name: 'submission', type: 'text', required: true }],
  retries: RETRIES,
  handler: async ({ input, req }) => {
    await send(slug, input.submission, req);
    return { output: {} };
  },
});

/**
 * The outbox: a message is a job that is queued together with what it tells of. What was sent is
 * deleted; what could not be sent stays until a person has dealt with it. The worker alone runs jobs.
 */
export const jobs: JobsConfig = {
  access: { run: nobody, queue: nobody, cancel: nobody },
  deleteJobOnComplete: true,
  tasks: MESSAGE_NAMES.map(task),
};
