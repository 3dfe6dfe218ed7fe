import { JobCancelledError, type PayloadRequest } from 'payload';
import { logFailure } from '#platform/http/log.ts';
import { deliver } from '#submissions/messages/deliver.ts';
import type { MessageName } from '#submissions/messages/messages.ts';
import type { InHand } from '#submissions/messages/tell-coordinators.ts';

/** What a job knows; the rest is read when it is run. */
interface MessageInput {
  submission: string;
}

interface Running {
  input: MessageInput;
  job: { id: number | string };
  req: PayloadRequest;
}

/** Half a minute, one, two … after the last, two hours have gone by: then a person has to look. */
const RETRIES = { attempts: 8, backoff: { type: 'exponential', delay: 30_000 } } as const;

/** The task that sends one kind of message; a job of it is queued in the transaction of what it is about. */
export const sendMessage = (name: MessageName) => ({
  slug: name,
  inputSchema: [{ name: 'submission', type: 'text' as const, required: true }],
  retries: RETRIES,
  handler: async ({ input, job, req }: Running) => {
    await send(name, { ...input, job: String(job.id) }, req);
    return { output: {} };
  },
});

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
