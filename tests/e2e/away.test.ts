import { afterEach, describe, expect, it } from 'vitest';
import { newKey } from '#submissions/pipeline/keys.ts';
import type { Found } from '#tests/helpers/answers.ts';
import { site, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';
import { as } from '#tests/helpers/colleague.ts';
import { killUntil } from '#tests/helpers/kills.ts';
import { postJson } from '#tests/helpers/post.ts';
import { mongodOf, webOf } from '#tests/helpers/processes.ts';
import {
  expectNothingWritten,
  fill,
  openForm,
  receiptOn,
  requestsOf,
  standing,
  submit,
  visitorFor,
} from '#tests/helpers/visitors.ts';

const ANSWER_MS = 5_000;
/** What a browser adds to it. */
const SHOWN_MS = 6_000;
/** The supervisor starts a server that died again, and it recovers from its journal. */
const BACK_MS = 60_000;

/** Holds the database still: it neither answers nor refuses. */
const stop = async () => process.kill(await mongodOf(site), 'SIGSTOP');
const go = async () => process.kill(await mongodOf(site), 'SIGCONT');

const back = () =>
  expect
    .poll(async () => (await fetch(`${site.url}/readyz`)).status, { timeout: BACK_MS })
    .toBe(200);

afterEach(async () => {
  await go();
  await back();
});

/** A page that was changed while it was made is shown, and not kept: the one after it is. */
async function keptAt(address: string): Promise<string> {
  let text = '';
  const how = async () => {
    const answer = await fetch(`${site.url}${address}`);
    text = await answer.text();
    return answer.headers.get('cache-status');
  };
  await expect.poll(how, { timeout: BACK_MS }).toBe('throughcare; hit');
  return text;
}

function expectWithin(deadlineMs: number, tookMs: number): void {
  expect(tookMs).toBeLessThan(deadlineMs);
  console.log(`Answered after ${(tookMs / 1000).toFixed(1)} s.`);
}

/** The lines that answer at any hour. */
const LINES = ['tel:911', 'tel:988', 'tel:+18006624357'];

describe('with the database away', () => {
  it.each(['/', '/articles/understanding-intensive-outpatient-treatment'])(
    '%s is shown as it was kept',
    async (address) => {
      const before = await keptAt(address);
      await stop();
      const began = performance.now();
      const answer = await fetch(`${site.url}${address}`);
      expect([answer.status, await answer.text()]).toEqual([200, before]);
      expectWithin(ANSWER_MS, performance.now() - began);
    },
  );

  it.each(['/requests/let-us-help', '/search?q=detox'])(
    '%s answers within five seconds, with the phone lines',
    async (address) => {
      await stop();
      const began = performance.now();
      const answer = await fetch(`${site.url}${address}`);
      const html = await answer.text();
      expectWithin(ANSWER_MS, performance.now() - began);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('retry-after')).toBe('30');
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self' 'sha256-");
      for (const line of LINES) expect(html).toContain(`href="${line}"`);
      expect(html.match(/<script/g)).toHaveLength(2);
      await go();
      await back();
      expect((await fetch(`${site.url}${address}`)).status).toBe(200);
    },
  );

  it('a posted form keeps what was typed, and can be sent again', async () => {
    const one = visitorFor('let-us-help');
    const { page, form } = await openForm('let-us-help', WITHOUT_SCRIPTS);
    await fill(form, one.fields);
    await form.locator('input[name=voicemail]').check();
    const web = await webOf(site);
    await stop();
    const began = performance.now();
    await submit(form);
    await page.getByRole('heading', { name: 'We could not take your request yet' }).waitFor();
    expectWithin(SHOWN_MS, performance.now() - began);
    expect(await standing(page.locator('form'), one.fields)).toEqual(one.fields);
    // What looks like an element in the message is none.
    expect(await page.locator('form b').count()).toBe(0);
    for (const line of LINES) expect(await page.content()).toContain(`href="${line}"`);
    await go();
    await back();
    expect(await webOf(site)).toBe(web);
    await submit(page.locator('form'));
    await receiptOn(page, one);
    expect(await requestsOf(one)).toMatchObject([{ ...one.stored, voicemail: true }]);
    await expectNothingWritten([one]);
  });

  it('the JSON door says so in time, and takes the same request under the same key later', async () => {
    const request = {
      callToAction: 'request-call',
      answers: { name: 'Away', phone: '(212) 555-0178' },
    };
    const key = { 'Idempotency-Key': newKey() };
    await stop();
    const began = performance.now();
    const { status, headers, body } = await postJson(request, key);
    expectWithin(ANSWER_MS, performance.now() - began);
    expect([status, headers.get('retry-after')]).toEqual([503, '30']);
    expect(JSON.parse(body)).toMatchObject({ status: 503, code: 'unavailable' });
    await go();
    await back();
    const receipt = await postJson(request, key);
    expect(receipt.status).toBe(201);
    expect(await postJson(request, key)).toMatchObject({ status: 201, body: receipt.body });
  });

  it('a form with scripts stays as it is, and says that it was not sent', async () => {
    const one = visitorFor('request-call');
    const { page, form } = await openForm('request-call');
    await fill(form, one.fields);
    const web = await webOf(site);
    await stop();
    const began = performance.now();
    await submit(form);
    await page.getByRole('alert').filter({ hasText: 'Your request was not sent.' }).waitFor();
    expectWithin(SHOWN_MS, performance.now() - began);
    expect(await standing(form, one.fields)).toEqual(one.fields);
    for (const line of LINES) expect(await page.content()).toContain(`href="${line}"`);
    await go();
    await back();
    expect(await webOf(site)).toBe(web);
    await submit(form);
    await receiptOn(page, one);
    expect(await requestsOf(one)).toHaveLength(1);
    await expectNothingWritten([one]);
  });
});

it('a database that is killed eight times in a row comes back by itself, and what is kept is shown all the while', async () => {
  const address = '/articles/understanding-intensive-outpatient-treatment';
  const before = await keptAt(address);
  let kills: number | undefined;
  const killing = killUntil(site, performance.now() + 2 * BACK_MS, 8).then((count) => {
    kills = count;
  });
  while (kills === undefined) {
    const answer = await fetch(`${site.url}${address}`);
    expect([answer.status, await answer.text()]).toEqual([200, before]);
  }
  await killing;
  expect(kills).toBe(8);
  const readiness = await fetch(`${site.url}/readyz`);
  expect([readiness.status, await readiness.text()]).toEqual([
    503,
    expect.stringMatching(/^the database has been away since \d{4}-.+\nwhat is away is started/),
  ]);
  await back();
}, 180_000);

it('a killed database loses nothing that was acknowledged, and doubles nothing', async () => {
  const all = async () => {
    const path = '/form-submissions?where[name][like]=Killed&limit=100&depth=0';
    type Kept = { name: string; reference: string };
    return (await as<Found<Kept>>('coordinator', 'GET', path)).docs;
  };
  const send = async (n: number): Promise<string | undefined> => {
    const answer = await fetch(`${site.url}/api/requests`, {
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
    if (answer.status !== 201) return undefined;
    return ((await answer.json()) as { reference: string }).reference;
  };
  const numbers = Array.from({ length: 30 }, (_, n) => n);
  const first = numbers.map(async (n) => {
    // The blow falls in the middle of them.
    if (n === 15) process.kill(await mongodOf(site), 'SIGKILL');
    return send(n);
  });
  const acknowledged = await Promise.all(first);
  await back();
  const kept = new Map((await all()).map(({ name, reference }) => [name, reference]));
  for (const [n, reference] of acknowledged.entries()) {
    if (reference) expect(kept.get(`Killed ${n}`)).toBe(reference);
  }
  const again = await Promise.all(numbers.map(send));
  for (const [n, reference] of acknowledged.entries()) {
    if (reference) expect(again[n]).toBe(reference);
  }
  const found = await all();
  expect(found).toHaveLength(numbers.length);
  expect(new Set(found.map(({ reference }) => reference))).toEqual(new Set(again));
});
