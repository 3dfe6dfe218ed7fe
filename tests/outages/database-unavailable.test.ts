import { afterEach, describe, expect, it } from 'vitest';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import { site, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';
import { postJson } from '#tests/helpers/post-submission.ts';
import { killDatabaseUntil } from '#tests/helpers/process-kills.ts';
import { findMongodPid, findWebPid } from '#tests/helpers/processes.ts';
import { restAs } from '#tests/helpers/rest-as-role.ts';
import type { FindResult } from '#tests/helpers/rest-result-types.ts';
import {
  clickSubmit,
  createVisitor,
  expectNothingLogged,
  fillFields,
  findSubmissions,
  openForm,
  readFields,
  readReference,
} from '#tests/helpers/visitors.ts';

/** Longest time until a response while the database is suspended. */
const RESPONSE_DEADLINE_MS = 5_000;
/** The same, including the time that a browser takes to show the page. */
const PAGE_DEADLINE_MS = 6_000;
/** Time for the supervisor to restart the database, which then recovers from its journal. */
const READY_TIMEOUT_MS = 60_000;

/** Suspends the database: it accepts connections, but does not respond. */
const suspendDatabase = async () => process.kill(await findMongodPid(site), 'SIGSTOP');
const resumeDatabase = async () => process.kill(await findMongodPid(site), 'SIGCONT');

const waitUntilReady = () =>
  expect
    .poll(async () => (await fetch(`${site.url}/readyz`)).status, { timeout: READY_TIMEOUT_MS })
    .toBe(200);

afterEach(async () => {
  await resumeDatabase();
  await waitUntilReady();
});

/**
 * Fetches a page until the response comes from the edge's cache. If the page was purged while it was rendered, the
 * edge does not cache that response.
 */
async function fetchUntilCached(path: string): Promise<string> {
  let text = '';
  const fetchCacheStatus = async () => {
    const response = await fetch(`${site.url}${path}`);
    text = await response.text();
    return response.headers.get('cache-status');
  };
  await expect.poll(fetchCacheStatus, { timeout: READY_TIMEOUT_MS }).toBe('throughcare; hit');
  return text;
}

function expectWithin(deadlineMs: number, tookMs: number): void {
  expect(tookMs).toBeLessThan(deadlineMs);
  console.log(`Response after ${(tookMs / 1000).toFixed(1)} s.`);
}

/** Links to the crisis lines that are open at all hours. */
const CRISIS_LINKS = ['tel:911', 'tel:988', 'tel:+18006624357'];

describe('while the database is unavailable', () => {
  it.each(['/', '/articles/understanding-intensive-outpatient-treatment'])(
    'serves %s from the cache',
    async (path) => {
      const before = await fetchUntilCached(path);
      await suspendDatabase();
      const began = performance.now();
      const response = await fetch(`${site.url}${path}`);
      expect([response.status, await response.text()]).toEqual([200, before]);
      expectWithin(RESPONSE_DEADLINE_MS, performance.now() - began);
    },
  );

  it.each(['/requests/let-us-help', '/search?q=detox'])(
    'serves an error page with the crisis lines at %s within five seconds',
    async (path) => {
      await suspendDatabase();
      const began = performance.now();
      const response = await fetch(`${site.url}${path}`);
      const html = await response.text();
      expectWithin(RESPONSE_DEADLINE_MS, performance.now() - began);
      expect(response.status).toBe(503);
      expect(response.headers.get('cache-control')).toBe('private, no-store');
      expect(response.headers.get('retry-after')).toBe('30');
      expect(response.headers.get('content-security-policy')).toContain(
        "script-src 'self' 'sha256-",
      );
      for (const line of CRISIS_LINKS) expect(html).toContain(`href="${line}"`);
      expect(html.match(/<script/g)).toHaveLength(2);
      await resumeDatabase();
      await waitUntilReady();
      expect((await fetch(`${site.url}${path}`)).status).toBe(200);
    },
  );

  it('returns a posted form with what was typed, to send again', async () => {
    const visitor = createVisitor('let-us-help');
    const { page, form } = await openForm('let-us-help', WITHOUT_SCRIPTS);
    await fillFields(form, visitor.fields);
    await form.locator('input[name=voicemail]').check();
    const webPid = await findWebPid(site);
    await suspendDatabase();
    const began = performance.now();
    await clickSubmit(form);
    await page.getByRole('heading', { name: 'We could not take your request yet' }).waitFor();
    expectWithin(PAGE_DEADLINE_MS, performance.now() - began);
    expect(await readFields(page.locator('form'), visitor.fields)).toEqual(visitor.fields);
    // HTML in the message is escaped.
    expect(await page.locator('form b').count()).toBe(0);
    for (const line of CRISIS_LINKS) expect(await page.content()).toContain(`href="${line}"`);
    await resumeDatabase();
    await waitUntilReady();
    expect(await findWebPid(site)).toBe(webPid);
    await clickSubmit(page.locator('form'));
    await readReference(page, visitor);
    expect(await findSubmissions(visitor)).toMatchObject([{ ...visitor.stored, voicemail: true }]);
    await expectNothingLogged([visitor]);
  });

  it('responds to the submissions API with 503 in time, and accepts a retry under the same key later', async () => {
    const submission = {
      callToAction: 'request-call',
      answers: { name: 'Away', phone: '(212) 555-0178' },
    };
    const key = { 'Idempotency-Key': newIdempotencyKey() };
    await suspendDatabase();
    const began = performance.now();
    const { status, headers, body } = await postJson(submission, key);
    expectWithin(RESPONSE_DEADLINE_MS, performance.now() - began);
    expect([status, headers.get('retry-after')]).toEqual([503, '30']);
    expect(JSON.parse(body)).toMatchObject({ status: 503, code: 'unavailable' });
    await resumeDatabase();
    await waitUntilReady();
    const receipt = await postJson(submission, key);
    expect(receipt.status).toBe(201);
    expect(await postJson(submission, key)).toMatchObject({ status: 201, body: receipt.body });
  });

  it('keeps a form as it is with scripts, and shows that it was not sent', async () => {
    const visitor = createVisitor('request-call');
    const { page, form } = await openForm('request-call');
    await fillFields(form, visitor.fields);
    const webPid = await findWebPid(site);
    await suspendDatabase();
    const began = performance.now();
    await clickSubmit(form);
    await page.getByRole('alert').filter({ hasText: 'Your request was not sent.' }).waitFor();
    expectWithin(PAGE_DEADLINE_MS, performance.now() - began);
    expect(await readFields(form, visitor.fields)).toEqual(visitor.fields);
    for (const line of CRISIS_LINKS) expect(await page.content()).toContain(`href="${line}"`);
    await resumeDatabase();
    await waitUntilReady();
    expect(await findWebPid(site)).toBe(webPid);
    await clickSubmit(form);
    await readReference(page, visitor);
    expect(await findSubmissions(visitor)).toHaveLength(1);
    await expectNothingLogged([visitor]);
  });
});

it('restarts a database that is killed eight times in a row, and serves cached pages meanwhile', async () => {
  const path = '/articles/understanding-intensive-outpatient-treatment';
  const before = await fetchUntilCached(path);
  let kills: number | undefined;
  const killing = killDatabaseUntil(site, performance.now() + 2 * READY_TIMEOUT_MS, 8).then(
    (count) => {
      kills = count;
    },
  );
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
  await waitUntilReady();
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
  await waitUntilReady();
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
