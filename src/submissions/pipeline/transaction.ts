import { setTimeout as pause } from 'node:timers/promises';
import { createLocalReq, type PayloadRequest } from 'payload';
import { payload } from '#data/payload.ts';
import { inOneTransaction } from '#platform/database/one-transaction.ts';
import { isTransient } from '#platform/http/transient.ts';

/** A visitor waits no longer than this; past it, we say that it was not saved. */
const DEADLINE_MS = 3_500;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;

/**
 * Runs the work in one transaction that a majority has on disk when this resolves. The driver's retry
 * does not reach through Payload (payload#16766), so what MongoDB calls transient is retried here, with
 * growing pauses, until the deadline. The work may run several times; it must use the request it is given.
 * @throws the work's own error, or the last transient one
 */
export async function inTransaction<T>(work: (req: PayloadRequest) => Promise<T>): Promise<T> {
  const deadline = Date.now() + DEADLINE_MS;
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    try {
      return await once(work);
    } catch (error) {
      if (!isTransient(error) || Date.now() + wait > deadline) throw error;
      await pause(wait);
    }
  }
}

async function once<T>(work: (req: PayloadRequest) => Promise<T>): Promise<T> {
  const req = await createLocalReq({}, await payload());
  return inOneTransaction(req, () => work(req));
}
