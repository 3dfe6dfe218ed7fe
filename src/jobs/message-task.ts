import { JobCancelledError, type PayloadRequest } from 'payload';
import { logFailure } from '#platform/log/log-failure.ts';
import { deliverMessage } from '#submissions/messages/deliver-message.ts';
import type { MessageName } from '#submissions/messages/messages.ts';
import type { MessageJob } from '#submissions/messages/send-digest.ts';

/** The stored input of a job. Everything else is read when the job runs. */
interface MessageInput {
  submission: string;
}

interface TaskArguments {
  input: MessageInput;
  job: { id: number | string };
  req: PayloadRequest;
}

/** Eight retries: after 30 s, then after twice as long each time, about two hours in all. Then a person has to act. */
const RETRIES = { attempts: 8, backoff: { type: 'exponential', delay: 30_000 } } as const;

/** Creates the task that sends one kind of message. */
export const createMessageTask = (name: MessageName) => ({
  slug: name,
  inputSchema: [{ name: 'submission', type: 'text' as const, required: true }],
  retries: RETRIES,
  handler: async ({ input, job, req }: TaskArguments) => {
    await sendMessage(name, { ...input, job: String(job.id) }, req);
    return { output: {} };
  },
});

async function sendMessage(name: MessageName, job: MessageJob, req: PayloadRequest) {
  try {
    await deliverMessage(name, job, req);
  } catch (error) {
    logFailure('message-failed', error, { message: name });
    // Cancelled, so that Payload does not retry it.
    if (isPermanentFailure(error)) throw new JobCancelledError(codeOf(error));
    throw new Error(codeOf(error), { cause: error });
  }
}

const isPermanentFailure = (error: unknown): boolean =>
  error instanceof Error && 'outcome' in error && error.outcome !== 'later';

/** Returns a code to store with the job. An error's message could contain an address or number. */
function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(typeof code === 'string' || typeof code === 'number' ? code : name);
}
