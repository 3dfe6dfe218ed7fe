import { setTimeout as pause } from 'node:timers/promises';
import { createLocalReq, type PayloadRequest } from 'payload';
import { payload } from '#data/payload.ts';
import { isTransientError } from '#platform/database/mongo-errors.ts';
import { runInRequestTransaction } from '#platform/database/request-transaction.ts';

/** The longest wait for a visitor. After it, the submission fails as not saved. */
const DEADLINE_MS = 3_500;
const FIRST_PAUSE_MS = 20;
const MAX_PAUSE_MS = 500;

/**
 * Runs `work` in a transaction that a majority has on disk when this resolves. The driver's retry does not
 * reach through Payload (payload#16766), so transient errors of MongoDB are retried here, with growing
 * pauses, until the deadline. `work` may run several times and must pass on its `req`.
 * @throws the error of `work`, or the last transient one
 */
export async function runInRetriedTransaction<T>(
  work: (req: PayloadRequest) => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + DEADLINE_MS;
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, MAX_PAUSE_MS)) {
    try {
      return await runOnce(work);
    } catch (error) {
      if (!isTransientError(error) || Date.now() + wait > deadline) throw error;
      await pause(wait);
    }
  }
}

async function runOnce<T>(work: (req: PayloadRequest) => Promise<T>): Promise<T> {
  const req = await createLocalReq({}, await payload());
  return runInRequestTransaction(req, () => work(req));
}
