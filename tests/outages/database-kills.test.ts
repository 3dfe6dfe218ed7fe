import { afterEach, expect, inject, it } from 'vitest';
import { waitUntilReady } from '#tests/helpers/fault-injection.ts';
import { fetchUntilCached } from '#tests/helpers/fetch-until-cached.ts';
import { killDatabaseUntil } from '#tests/helpers/process-kills.ts';
import { findMongodPid } from '#tests/helpers/processes.ts';
import { restAs } from '#tests/helpers/rest-as-role.ts';
import type { FindResult } from '#tests/helpers/rest-result-types.ts';

const site = inject('site');

/** Longest time for eight kills. After each, the supervisor restarts the database, which recovers from its journal. */
const KILLS_TIMEOUT_MS = 120_000;

afterEach(() => waitUntilReady(site));

it('restarts a database that is killed eight times in a row, and serves cached pages meanwhile', async () => {
  const path = '/articles/understanding-intensive-outpatient-treatment';
  const before = await fetchUntilCached(site, path);
  let kills: number | undefined;
  const killing = killDatabaseUntil(site, performance.now() + KILLS_TIMEOUT_MS, 8).then((count) => {
    kills = count;
  });
  while (kills === undefined) {
    const response = await fetch(`${site.url}${path}`);
    expect([response.status, await response.text()]).toEqual([200, before]);
  }
  await killing;
  expect(kills).toBe(8);
  const readiness = await fetch(`${site.url}/readyz`);
  expect([readiness.status, await readiness.text()]).toEqual([
    503,
    expect.stringMatching(/^the database has been away since \d{4}-.+\nwhat is away is started/),
  ]);
  await waitUntilReady(site);
}, 180_000);

it('neither loses nor duplicates an acknowledged submission when the database is killed', async () => {
  const findAll = async () => {
    const path = '/form-submissions?where[name][like]=Killed&limit=100&depth=0';
    type StoredSubmission = { name: string; reference: string };
    return (await restAs<FindResult<StoredSubmission>>('coordinator', 'GET', path)).docs;
  };
  const send = async (n: number): Promise<string | undefined> => {
    const response = await fetch(`${site.url}/api/requests`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': `killed-database-${n}-key`,
      },
      body: JSON.stringify({
        callToAction: 'request-call',
        answers: { name: `Killed ${n}`, phone: '(212) 555-0177' },
      }),
    });
    if (response.status !== 201) return undefined;
    return ((await response.json()) as { reference: string }).reference;
  };
  const numbers = Array.from({ length: 30 }, (_, n) => n);
  const attempts = numbers.map(async (n) => {
    // Kills the database while submissions are under way.
    if (n === 15) process.kill(await findMongodPid(site), 'SIGKILL');
    return send(n);
  });
  const acknowledged = await Promise.all(attempts);
  await waitUntilReady(site);
  const stored = new Map((await findAll()).map(({ name, reference }) => [name, reference]));
  for (const [n, reference] of acknowledged.entries()) {
    if (reference) expect(stored.get(`Killed ${n}`)).toBe(reference);
  }
  const retries = await Promise.all(numbers.map(send));
  for (const [n, reference] of acknowledged.entries()) {
    if (reference) expect(retries[n]).toBe(reference);
  }
  const submissions = await findAll();
  expect(submissions).toHaveLength(numbers.length);
  expect(new Set(submissions.map(({ reference }) => reference))).toEqual(new Set(retries));
});
