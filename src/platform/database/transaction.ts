import { setTimeout as pause } from 'node:timers/promises';
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload';
import { isTransientError } from './mongo-errors.ts';

/** The longest wait for a visitor. After it, the write fails as not saved. */
const DEADLINE_MS = 3_500;
const FIRST_PAUSE_MS = 20;
const MAX_PAUSE_MS = 500;

/**
 * Runs the work in one transaction of this request: either all writes are stored, or none.
 * @throws the error of the work or of the commit
 */
export async function runInRequestTransaction<T>(
  req: PayloadRequest,
  work: () => Promise<T>,
): Promise<T> {
  await initTransaction(req);
  try {
    const result = await work();
    await commitTransaction(req);
    return result;
  } catch (error) {
    await killTransaction(req);
    throw error;
  }
}

/**
 * Runs `work` in a transaction that a majority has on disk when this resolves. The driver's retry does not
 * reach through Payload (payload#16766), so transient errors of MongoDB are retried here, with growing
 * pauses, until the deadline. `work` may run several times and must pass on its `req`.
 * @param connect returns the Payload instance; a failure to connect is retried as well
 * @throws the error of `work`, or the last transient one
 */
export async function runInRetriedTransaction<T>(
  connect: () => Promise<Payload>,
  work: (req: PayloadRequest) => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + DEADLINE_MS;
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, MAX_PAUSE_MS)) {
    try {
      const req = await createLocalReq({}, await connect());
      return await runInRequestTransaction(req, () => work(req));
    } catch (error) {
      if (!isTransientError(error) || Date.now() + wait > deadline) throw error;
      await pause(wait);
    }
  }
}
