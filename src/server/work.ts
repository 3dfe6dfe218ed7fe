import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Payload } from 'payload';
import { beat, endBeat } from '#data/worker-beats.ts';
import { logFailure } from '#platform/http/log.ts';
import { configuredChannels } from '#submissions/messages/channels.ts';
import { sweep } from '#submissions/messages/outbox.ts';
import { runOne } from '#submissions/messages/run-one.ts';

const IDLE_MS = 500;
const BEAT_MS = 3_000;
/** One mail server that hangs must not keep all others waiting. */
const LANES = 2;

/** Sends what is due until it is told to stop; what is in hand then is finished. */
export async function work(api: Payload, signal: AbortSignal): Promise<void> {
  const name = randomUUID();
  const lanes = configuredChannels().flatMap((channel) =>
    Array.from({ length: LANES }, () => untilStopped(IDLE_MS, signal, () => runOne(api, channel))),
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
