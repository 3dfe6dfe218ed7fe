import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Payload } from 'payload';
import { beat, endBeat } from '#data/worker-beats.ts';
import { logFailure } from '#platform/http/log.ts';
import { sweep } from './queue.ts';
import { runnableQueues } from './queues.ts';
import { runOne } from './run-one.ts';

const IDLE_MS = 500;
const BEAT_MS = 3_000;
/** One mail server that hangs must not keep all others waiting. */
const LANES = 2;

/** Runs the jobs that are due until `signal` aborts; jobs in hand are finished first. */
export async function work(api: Payload, signal: AbortSignal): Promise<void> {
  const name = randomUUID();
  const lanes = runnableQueues().flatMap((queue) =>
    Array.from({ length: LANES }, () => untilStopped(IDLE_MS, signal, () => runOne(api, queue))),
  );
  const living = untilStopped(BEAT_MS, signal, async () => {
    await beat(name);
    await sweep(api);
    return false;
  });
  await Promise.all([living, ...lanes]);
  await endBeat(name).catch(() => {
    // Nobody waits for a word that was not written.
  });
}

/** Does it again and again, with a pause where there was nothing to do, whatever fails. */
async function untilStopped(
  idleMs: number,
  signal: AbortSignal,
  turn: () => Promise<boolean>,
): Promise<void> {
  let failing = false;
  while (!signal.aborted) {
    let busy = false;
    try {
      busy = await turn();
      failing = false;
    } catch (error) {
      // Said once, not twice a second for as long as the database is away.
      if (!failing) logFailure('worker', error);
      failing = true;
    }
    if (!busy) await pause(idleMs, undefined, { signal }).catch(() => {});
  }
}
