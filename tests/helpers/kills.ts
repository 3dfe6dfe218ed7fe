import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { type Kept, keptOf } from './kept.ts';
import { mongodOf, webOf } from './processes.ts';
import { startSite } from './running-site.ts';
import { steadyLoad } from './steady-load.ts';

const CLIENTS = 4;
/** A blow falls at any moment of this long, once requests come through again. */
const WITHIN_MS = 1_000;

/**
 * Starts the product and kills its web process and its database so many times each, at random instants
 * under steady load, then looks what is there.
 * @param seed the same one gives the same instants
 */
export async function killUnderLoad(times: number, seed: number): Promise<Kept> {
  const site = await startSite({ RATE_LIMIT_FACTOR: '1000000' });
  onTestFinished(site.stop);
  const random = numbersFrom(seed);
  const load = steadyLoad(site.url, CLIENTS);
  const began = performance.now();
  for (let n = 0; n < times; n += 1) {
    for (const victim of [webOf, mongodOf]) {
      await load.flowing();
      await pause(random() * WITHIN_MS);
      process.kill(await victim(site), 'SIGKILL');
    }
  }
  await load.stop();
  const kept = await keptOf(site, load.acknowledged);
  const slowest = Math.max(...load.acknowledged.map(({ tookMs }) => tookMs));
  const again = load.acknowledged.filter(({ tries }) => tries > 1).length;
  console.log(
    `Seed ${seed}: web process and database killed ${times} times each in ${seconds(performance.now() - began)}; ${again} requests were sent more than once, the longest wait for a receipt was ${seconds(slowest)}.`,
    kept,
  );
  return kept;
}

/** Nothing that was acknowledged is missing, and nothing is there twice. */
export function expectAllKept({ acknowledged, stored, ...wrong }: Kept): void {
  expect(wrong).toEqual({ missing: 0, doubled: 0, withoutLine: 0, withoutEvidence: 0 });
  expect(stored).toBe(acknowledged);
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Numbers from 0 to 1, always the same from the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
