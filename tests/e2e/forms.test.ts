import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import { FORM_KINDS, offersSlots } from '#forms/kinds.ts';
import { SLOT_TAKEN } from '#forms/submission-schema.ts';
import { newPage, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';
import {
  chooseTime,
  clickSubmit,
  correctedFields,
  createVisitor,
  expectNothingLogged,
  fieldsWithMistake,
  fillFields,
  findForm,
  findSubmissions,
  openForm,
  personalTexts,
  readFields,
  readReference,
  type Visitor,
} from '#tests/helpers/visitors.ts';

const visitors: Visitor[] = [];

/** Returns the distance in pixels from the sticky bar down to the label of the `:target` field. */
const measureGapAboveLabel = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const group = document.querySelector(':target')?.closest('fieldset, div');
    const label = group?.querySelector('label, legend')?.getBoundingClientRect();
    const bar = document.querySelector('[data-quick-exit]')?.getBoundingClientRect();
    return (label?.top ?? Number.NaN) - (bar?.bottom ?? Number.NaN);
  });

const createTrackedVisitor = (kind: (typeof SUBMISSION_KINDS)[number]) => {
  const visitor = createVisitor(kind);
  visitors.push(visitor);
  return visitor;
};

describe.each([
  ['without scripts', WITHOUT_SCRIPTS],
  ['with scripts', {}],
] as const)('a form on its own page, %s', (mode, options) => {
  it.each(SUBMISSION_KINDS)('accepts %s after a mistake is corrected', async (kind) => {
    const visitor = createTrackedVisitor(kind);
    const page = await newPage(options);
    const requestedUrls: string[] = [];
    page.on('request', (request) => requestedUrls.push(request.url()));
    await page.goto(`/requests/${kind}?from=/articles/what-detox-involves`);
    const form = findForm(page, kind);

    await fillFields(form, fieldsWithMistake(visitor));
    if (FORM_KINDS[kind].answersByText) await form.locator('input[name=consent]').check();
    await clickSubmit(form);
    const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
    await summary.waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await summary.getByRole('listitem').allTextContents()).toEqual([visitor.errorMessage]);
    await expect
      .poll(() => summary.evaluate((element) => element === document.activeElement))
      .toBe(true);
    expect(await form.locator('[data-error-for]:visible').allTextContents()).toEqual([
      visitor.errorMessage,
    ]);
    expect(await readFields(form, visitor.fields)).toEqual(fieldsWithMistake(visitor));

    // The link in the summary leads to its field.
    await summary.getByRole('link', { name: visitor.errorMessage }).click();
    await page.waitForURL(({ hash }) => hash.startsWith(`#${kind}-`));
    expect(await measureGapAboveLabel(page)).toBeGreaterThanOrEqual(0);

    await fillFields(form, correctedFields(visitor));
    const slot = offersSlots(kind) ? await chooseTime(form) : undefined;
    await clickSubmit(form);
    const reference = await readReference(page, visitor);

    expect(await findSubmissions(visitor)).toMatchObject([
      {
        ...visitor.stored,
        reference,
        page: '/articles/what-detox-involves',
        voicemail: false,
        ...(slot && { slot: new Date(slot).toISOString() }),
        ...(mode === 'with scripts' && { timeZone: 'America/Los_Angeles' }),
      },
    ]);
    for (const url of requestedUrls) {
      for (const piece of personalTexts(visitor)) expect(url).not.toContain(piece);
    }
  });

  it('stores one submission after a double click', async () => {
    const visitor = createTrackedVisitor('request-call');
    const { page, form } = await openForm('request-call', options);
    await fillFields(form, visitor.fields);
    await form.locator('button[type=submit]').dblclick();
    const reference = await readReference(page, visitor);
    expect((await findSubmissions(visitor)).map((request) => request.reference)).toEqual([
      reference,
    ]);
  });

  it('keeps what was typed when another visitor books the time first, and offers other times', async () => {
    const [first, second] = [
      createTrackedVisitor('schedule-call'),
      createTrackedVisitor('schedule-call'),
    ];
    const early = await openForm('schedule-call', options);
    const late = await openForm('schedule-call', options);
    await fillFields(early.form, first.fields);
    await fillFields(late.form, second.fields);
    const slot = await chooseTime(early.form);
    expect(await chooseTime(late.form)).toBe(slot);
    await clickSubmit(early.form);
    await readReference(early.page, first);

    await clickSubmit(late.form);
    const takenTime = late.form.locator(`input[value="${slot}"]`);
    await expect.poll(() => takenTime.count()).toBe(0);
    const summary = late.page.getByRole('alert').filter({ hasText: 'There is a problem' });
    expect(await summary.getByRole('listitem').allTextContents()).toEqual([SLOT_TAKEN]);
    expect(await readFields(late.form, second.fields)).toEqual(second.fields);
    const other = await chooseTime(late.form);
    expect(other).not.toBe(slot);
    await clickSubmit(late.form);
    await readReference(late.page, second);
    expect(await findSubmissions(second)).toMatchObject([
      { ...second.stored, slot: new Date(other).toISOString() },
    ]);
  });

  it('is not sent again by a reload, or by going back', async () => {
    const visitor = createTrackedVisitor('request-meeting');
    const { page, form } = await openForm('request-meeting', options);
    await fillFields(form, visitor.fields);
    await clickSubmit(form);
    const reference = await readReference(page, visitor);
    await page.reload();
    expect(await readReference(page, visitor)).toBe(reference);
    await page.goBack();
    await form.waitFor();
    expect(new URL(page.url()).pathname).toBe('/requests/request-meeting');
    await page.reload();
    await page.goForward();
    expect(await readReference(page, visitor)).toBe(reference);
    expect(await findSubmissions(visitor)).toHaveLength(1);
  });
});

it('keeps checked checkboxes after a mistake, and stores them', async () => {
  const visitor = createTrackedVisitor('request-call');
  const { page, form } = await openForm('request-call', WITHOUT_SCRIPTS);
  expect(await form.locator('input[type=checkbox]:checked').count()).toBe(0);
  await fillFields(form, { ...visitor.fields, ...visitor.mistake });
  for (const box of await form.locator('input[type=checkbox]').all()) await box.check();
  await clickSubmit(form);
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  expect(await form.locator('input[type=checkbox]:checked').count()).toBe(2);
  await fillFields(form, visitor.fields);
  await clickSubmit(form);
  await readReference(page, visitor);
  expect(await findSubmissions(visitor)).toMatchObject([{ voicemail: true }]);
});

it('logs nothing that visitors typed', () => expectNothingLogged(visitors));
