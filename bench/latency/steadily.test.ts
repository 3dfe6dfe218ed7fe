import { setTimeout as after } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { steadily } from './steadily.ts';

/** Long after the last was sent. */
const SLOW_MS = 50;

it('does not wait for an answer before it sends the next, and waits for all in the end', async () => {
  const over = new AbortController();
  let sent = 0;
  const seen = await steadily(500, over.signal, async () => {
    sent += 1;
    if (sent < 3) return after(SLOW_MS);
    over.abort();
    throw new Error('turned away');
  });
  expect(seen).toEqual({ answered: 2, failures: 1 });
});
