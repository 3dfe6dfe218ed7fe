import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import {
  countDocumentsByCollection,
  countNewDocuments,
  type FuzzResult,
  sendHostileRequests,
} from '#tests/helpers/fuzz.ts';
import { hostileRestRequests } from '#tests/helpers/hostile/rest.ts';
import { hostileSubmissions } from '#tests/helpers/hostile/submissions.ts';
import { measureWhile, p99 } from '#tests/helpers/measure.ts';
import { findWebPid } from '#tests/helpers/processes.ts';
import { startSite } from '#tests/helpers/running-site.ts';
import { SEED } from '#tests/helpers/seed.ts';

const SUBMISSIONS = 10_000;
const REST_REQUESTS = 2_000;
const WARM_UP = 600;
const IDLE_MS = 20_000;

it(`hostile requests cause no server errors, store nothing and delay nobody (seed ${SEED})`, async () => {
  const site = await startSite({ RATE_LIMIT_FACTOR: '1000000' });
  onTestFinished(site.stop);
  const web = await findWebPid(site);
  const page = `${site.url}/articles/understanding-intensive-outpatient-treatment`;

  // A warm-up, so that all code is loaded and pages are rendered.
  await sendHostileRequests(site, [
    ...hostileSubmissions(SEED + 1, WARM_UP),
    ...hostileRestRequests(SEED + 1, WARM_UP),
  ]);
  const idle = await measureWhile(page, web, async () => void (await pause(IDLE_MS)));

  const before = await countDocumentsByCollection(site);
  const results: FuzzResult[] = [];
  const during = await measureWhile(page, web, async () => {
    results.push(await sendHostileRequests(site, hostileSubmissions(SEED, SUBMISSIONS)));
    results.push(await sendHostileRequests(site, hostileRestRequests(SEED, REST_REQUESTS)));
  });
  const more = countNewDocuments(before, await countDocumentsByCollection(site));
  const acknowledged = results.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
  const unexpected =
    Object.values(more).reduce((sum, count) => sum + Math.abs(count), 0) - acknowledged;

  const figures = {
    sent: results.map(({ sent }) => sent),
    statuses: results.map(({ statuses }) => statuses),
    cut: results.map(({ cut }) => cut),
    serverErrors: results.flatMap(({ serverErrors }) => serverErrors).length,
    wronglyAccepted: results.flatMap(({ wronglyAccepted }) => wronglyAccepted).length,
    acknowledged,
    unexpected,
    grownMiB: Math.round(during.mostMiB - idle.mostMiB),
    idleP99Ms: Math.round(p99(idle.waits)),
    p99Ms: Math.round(p99(during.waits)),
  };
  console.log(`Seed ${SEED}:`, figures);
  expect(results.flatMap(({ serverErrors }) => serverErrors)).toEqual([]);
  expect(results.flatMap(({ wronglyAccepted }) => wronglyAccepted)).toEqual([]);
  expect(unexpected).toBe(0);
  expect(figures.grownMiB).toBeLessThanOrEqual(100);
  expect(figures.p99Ms).toBeLessThanOrEqual(2 * figures.idleP99Ms);
});
