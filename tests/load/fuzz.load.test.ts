import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { documentsOf, type Fuzzed, fuzz, grown } from '#tests/helpers/fuzz.ts';
import { hostileRequests } from '#tests/helpers/hostile/requests.ts';
import { hostileRest } from '#tests/helpers/hostile/rest.ts';
import { meanwhile, p99 } from '#tests/helpers/measure.ts';
import { webOf } from '#tests/helpers/processes.ts';
import { startSite } from '#tests/helpers/running-site.ts';

const AT_THE_DOOR = 10_000;
const AT_REST = 2_000;
const WARM_UP = 600;
const IDLE_MS = 20_000;

const seed = Number(process.env.SEED ?? randomInt(2 ** 31));

it(`hostile requests break nothing, store nothing and hold up nobody (seed ${seed})`, async () => {
  const site = await startSite({ RATE_LIMIT_FACTOR: '1000000' });
  onTestFinished(site.stop);
  const web = await webOf(site);
  const page = `${site.url}/articles/understanding-intensive-outpatient-treatment`;

  // As after any busy hour: all code is loaded, and pages were made.
  await fuzz(site, [...hostileRequests(seed + 1, WARM_UP), ...hostileRest(seed + 1, WARM_UP)]);
  const idle = await meanwhile(page, web, async () => void (await pause(IDLE_MS)));

  const before = await documentsOf(site);
  const fuzzed: Fuzzed[] = [];
  const during = await meanwhile(page, web, async () => {
    fuzzed.push(await fuzz(site, hostileRequests(seed, AT_THE_DOOR)));
    fuzzed.push(await fuzz(site, hostileRest(seed, AT_REST)));
  });
  const more = grown(before, await documentsOf(site));
  const acknowledged = fuzzed.reduce((sum, one) => sum + one.acknowledged.size, 0);
  const unexpected =
    Object.values(more).reduce((sum, count) => sum + Math.abs(count), 0) - acknowledged;

  const figures = {
    sent: fuzzed.map(({ sent }) => sent),
    statuses: fuzzed.map(({ statuses }) => statuses),
    cut: fuzzed.map(({ cut }) => cut),
    broken: fuzzed.flatMap(({ broken }) => broken).length,
    taken: fuzzed.flatMap(({ taken }) => taken).length,
    acknowledged,
    unexpected,
    grownMiB: Math.round(during.mostMiB - idle.mostMiB),
    idleP99Ms: Math.round(p99(idle.waits)),
    p99Ms: Math.round(p99(during.waits)),
  };
  console.log(`Seed ${seed}:`, figures);
  expect(fuzzed.flatMap(({ broken }) => broken)).toEqual([]);
  expect(fuzzed.flatMap(({ taken }) => taken)).toEqual([]);
  expect(unexpected).toBe(0);
  expect(figures.grownMiB).toBeLessThanOrEqual(100);
  expect(figures.p99Ms).toBeLessThanOrEqual(2 * figures.idleP99Ms);
});
