import { JobCancelledError, type JobsConfig, type PayloadRequest } from 'payload';
import { nobody } from '#platform/access/rules.ts';
import { logFailure } from '#platform/http/log.ts';
import { deliver } from './deliver.ts';
import { MESSAGE_NAMES, type MessageName } from './messages.ts';
import { asMessages } from './shown/collection.ts';
import type { InHand } from './tell-coordinators.ts';

/** What a job knows; the rest is read when it is run. */
export interface MessageInput {
  submission: string;
}

interface Running {
  input: MessageInput;
  job: { id: number | string };
  req: PayloadRequest;
}

/** Half a minute, one, two … after the last, two hours have gone by: then a person has to look. */
const RETRIES = { attempts: 8, backoff: { type: 'exponential', delay: 30_000 } } as const;

/**
 * The outbox: each message is a job, queued in the transaction of what it is about and run by the
 * worker. What was sent is deleted; what failed for good stays.
 */
export const jobs: JobsConfig = {
  deleteJobOnComplete: true,
  // Only the worker runs jobs, and only our code queues them.
  access: { run: nobody, queue: nobody, cancel: nobody },
  tasks: MESSAGE_NAMES.map((name) => ({
    slug: name,
    inputSchema: [{ name: 'submission', type: 'text', required: true }],
    retries: RETRIES,
    handler: async ({ input, job, req }: Running) => {
      await send(name, { ...input, job: String(job.id) }, req);
      return { output: {} };
    },
  })),
  jobsCollectionOverrides: ({ defaultJobsCollection }) =>
    asMessages({
      ...defaultJobsCollection,
      fields: [
        ...defaultJobsCollection.fields,
        // A worker that was killed says nothing: past this, another one takes the job up.
        { name: 'leasedUntil', type: 'date', admin: { hidden: true } },
        // It waits for the next hour: in this one, as many texts went out as Site allows.
        { name: 'overHourlyLimit', type: 'checkbox', admin: { hidden: true } },
      ],
    }),
};

async function send(name: MessageName, inHand: InHand, req: PayloadRequest) {
  try {
    await deliver(name, inHand, req);
  } catch (error) {
    logFailure(`message ${name}`, error);
    // What will never go is not tried again.
    if (isFinal(error)) throw new JobCancelledError(codeOf(error));
    throw new Error(codeOf(error), { cause: error });
  }
}

const isFinal = (error: unknown): boolean =>
  error instanceof Error && 'outcome' in error && error.outcome !== 'later';

/** Stored with the job: a code, never a message, which can repeat an address. */
function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(typeof code === 'string' || typeof code === 'number' ? code : name);
}
