import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Payload } from 'payload';
import { deleteHeartbeat, recordHeartbeat } from '#data/worker-heartbeats.ts';
import { logFailure } from '#platform/log/log-failure.ts';
import { removeCompletedJobs } from './job-leases.ts';
import { runnableQueues } from './queues.ts';
import { runNextJob } from './run-next-job.ts';

const IDLE_MS = 500;
const HEARTBEAT_MS = 3_000;
/** More than one, so that a mail to a server that hangs does not hold up the others. */
const CONCURRENCY_PER_QUEUE = 2;

/** Runs due jobs until `signal` aborts, then resolves once the running jobs are finished. */
export async function runWorker(api: Payload, signal: AbortSignal): Promise<void> {
  const name = randomUUID();
  const loops = runnableQueues().flatMap((queue) =>
    Array.from({ length: CONCURRENCY_PER_QUEUE }, () =>
      repeatUntilAborted(IDLE_MS, signal, () => runNextJob(api, queue)),
    ),
  );
  const heartbeat = repeatUntilAborted(HEARTBEAT_MS, signal, async () => {
    await recordHeartbeat(name);
    await removeCompletedJobs(api);
    return false;
  });
  await Promise.all([heartbeat, ...loops]);
  await deleteHeartbeat(name).catch(() => {
    // The heartbeat expires anyway.
  });
}

/** Repeats `step`, which returns whether there was work, with a pause if not. Errors are logged and do not end it. */
async function repeatUntilAborted(
  idleMs: number,
  signal: AbortSignal,
  step: () => Promise<boolean>,
): Promise<void> {
  let failing = false;
  while (!signal.aborted) {
    let busy = false;
    try {
      busy = await step();
      failing = false;
    } catch (error) {
      // Log once, not twice a second while the database is unavailable.
      if (!failing) logFailure('worker-failed', error);
      failing = true;
    }
    if (!busy) await pause(idleMs, undefined, { signal }).catch(() => {});
  }
}
