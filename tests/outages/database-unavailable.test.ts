import { afterEach, describe, expect, it } from 'vitest';
import { newIdempotencyKey } from '#submissions/pipeline/idempotency-keys.ts';
import { site, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';
import { waitUntilReady } from '#tests/helpers/fault-injection.ts';
import { fetchUntilCached } from '#tests/helpers/fetch-until-cached.ts';
import { postJson } from '#tests/helpers/post-submission.ts';
import { findMongodPid, findWebPid } from '#tests/helpers/processes.ts';
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

/** Suspends the database: it accepts connections, but does not respond. */
const suspendDatabase = async () => process.kill(await findMongodPid(site), 'SIGSTOP');
const resumeDatabase = async () => process.kill(await findMongodPid(site), 'SIGCONT');

afterEach(async () => {
  await resumeDatabase();
  await waitUntilReady(site);
});

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
      const before = await fetchUntilCached(site, path);
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
      await waitUntilReady(site);
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
    await waitUntilReady(site);
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
    await waitUntilReady(site);
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
    await waitUntilReady(site);
    expect(await findWebPid(site)).toBe(webPid);
    await clickSubmit(form);
    await readReference(page, visitor);
    expect(await findSubmissions(visitor)).toHaveLength(1);
    await expectNothingLogged([visitor]);
  });
});
