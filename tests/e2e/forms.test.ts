import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import { SLOT_TAKEN } from '#forms/submission-schema.ts';
import { newVisitor, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';
import {
  atFirst,
  chooseTime,
  expectNothingWritten,
  fill,
  formOn,
  mended,
  openForm,
  personal,
  receiptOn,
  requestsOf,
  standing,
  submit,
  type Visitor,
  visitorFor,
} from '#tests/helpers/visitors.ts';

const visitors: Visitor[] = [];

/** How far below the bar that stays in sight is what is asked in the field that was led to, in pixels. */
const roomAboveLabel = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const frame = document.querySelector(':target')?.closest('fieldset, div');
    const label = frame?.querySelector('label, legend')?.getBoundingClientRect();
    const bar = document.querySelector('[data-quick-exit]')?.getBoundingClientRect();
    return (label?.top ?? Number.NaN) - (bar?.bottom ?? Number.NaN);
  });

const visitor = (kind: (typeof SUBMISSION_KINDS)[number]) => {
  const one = visitorFor(kind);
  visitors.push(one);
  return one;
};

describe.each([
  ['without scripts', WITHOUT_SCRIPTS],
  ['with scripts', {}],
] as const)('a form on its own page, %s', (how, options) => {
  it.each(SUBMISSION_KINDS)('%s: a mistake first, then right', async (kind) => {
    const one = visitor(kind);
    const page = await newVisitor(options);
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.goto(`/requests/${kind}?from=/articles/what-detox-involves`);
    const form = formOn(page, kind);

    await fill(form, atFirst(one));
    if (kind === 'text-info') await form.locator('input[name=consent]').check();
    await submit(form);
    const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
    await summary.waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await summary.getByRole('listitem').allTextContents()).toEqual([one.told]);
    await expect.poll(() => summary.evaluate((it) => it === document.activeElement)).toBe(true);
    expect(await form.locator('[data-error-for]:visible').allTextContents()).toEqual([one.told]);
    expect(await standing(form, one.fields)).toEqual(atFirst(one));

    // The line of the summary leads to its field.
    await summary.getByRole('link', { name: one.told }).click();
    await page.waitForURL(({ hash }) => hash.startsWith(`#${kind}-`));
    expect(await roomAboveLabel(page)).toBeGreaterThanOrEqual(0);

    await fill(form, mended(one));
    const slot = kind === 'schedule-call' ? await chooseTime(form) : undefined;
    await submit(form);
    const reference = await receiptOn(page, one);

    expect(await requestsOf(one)).toMatchObject([
      {
        ...one.stored,
        reference,
        page: '/articles/what-detox-involves',
        voicemail: false,
        ...(slot && { slot: new Date(slot).toISOString() }),
        ...(how === 'with scripts' && { timeZone: 'America/Los_Angeles' }),
      },
    ]);
    for (const address of addresses) {
      for (const piece of personal(one)) expect(address).not.toContain(piece);
    }
  });

  it('sent twice by an impatient finger is one request', async () => {
    const one = visitor('request-call');
    const { page, form } = await openForm('request-call', options);
    await fill(form, one.fields);
    await form.locator('button[type=submit]').dblclick();
    const reference = await receiptOn(page, one);
    expect((await requestsOf(one)).map((request) => request.reference)).toEqual([reference]);
  });

  it('a time that somebody else takes first is said; what was typed stays, and others can be chosen', async () => {
    const [first, second] = [visitor('schedule-call'), visitor('schedule-call')];
    const early = await openForm('schedule-call', options);
    const late = await openForm('schedule-call', options);
    await fill(early.form, first.fields);
    await fill(late.form, second.fields);
    const slot = await chooseTime(early.form);
    expect(await chooseTime(late.form)).toBe(slot);
    await submit(early.form);
    await receiptOn(early.page, first);

    await submit(late.form);
    const chosen = late.form.locator(`input[value="${slot}"]`);
    await expect.poll(() => chosen.count()).toBe(0);
    const summary = late.page.getByRole('alert').filter({ hasText: 'There is a problem' });
    expect(await summary.getByRole('listitem').allTextContents()).toEqual([SLOT_TAKEN]);
    expect(await standing(late.form, second.fields)).toEqual(second.fields);
    const other = await chooseTime(late.form);
    expect(other).not.toBe(slot);
    await submit(late.form);
    await receiptOn(late.page, second);
    expect(await requestsOf(second)).toMatchObject([
      { ...second.stored, slot: new Date(other).toISOString() },
    ]);
  });

  it('what was sent is not sent again by a reload, or by going back', async () => {
    const one = visitor('request-meeting');
    const { page, form } = await openForm('request-meeting', options);
    await fill(form, one.fields);
    await submit(form);
    const reference = await receiptOn(page, one);
    await page.reload();
    expect(await receiptOn(page, one)).toBe(reference);
    await page.goBack();
    await form.waitFor();
    expect(new URL(page.url()).pathname).toBe('/requests/request-meeting');
    await page.reload();
    await page.goForward();
    expect(await receiptOn(page, one)).toBe(reference);
    expect(await requestsOf(one)).toHaveLength(1);
  });
});

it('a box to tick is kept as it was, and recorded', async () => {
  const one = visitor('request-call');
  const { page, form } = await openForm('request-call', WITHOUT_SCRIPTS);
  expect(await form.locator('input[type=checkbox]:checked').count()).toBe(0);
  await fill(form, { ...one.fields, ...one.mistake });
  for (const box of await form.locator('input[type=checkbox]').all()) await box.check();
  await submit(form);
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  expect(await form.locator('input[type=checkbox]:checked').count()).toBe(2);
  await fill(form, one.fields);
  await submit(form);
  await receiptOn(page, one);
  expect(await requestsOf(one)).toMatchObject([{ voicemail: true }]);
});

it('nothing that was typed is in the output of the server', () => expectNothingWritten(visitors));
