import { setTimeout as after } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { runOpenLoop } from './open-loop.ts';

/** Longer than it takes to send all requests. */
const SLOW_MS = 50;

it('sends without waiting for responses, and waits for all of them at the end', async () => {
  const over = new AbortController();
  let sent = 0;
  const counts = await runOpenLoop(500, over.signal, async () => {
    sent += 1;
    if (sent < 3) return after(SLOW_MS);
    over.abort();
    throw new Error('Status 503');
  });
  expect(counts).toEqual({ successes: 2, failures: 1 });
});
