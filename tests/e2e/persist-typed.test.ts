import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { blockSiteScript, newPage, SITE_SCRIPT } from '#tests/helpers/browser.ts';
import { EXPLAINER } from '#tests/helpers/page-paths.ts';
import {
  clickSubmit,
  createVisitor,
  fillFields,
  findForm,
  findSubmissions,
  openForm,
  readFields,
  readReference,
} from '#tests/helpers/visitors.ts';

/** Returns the values of the text fields that are not empty. */
const readTextFields = (form: Locator): Promise<string[]> =>
  form
    .locator('input:not([type=hidden], [type=checkbox], [type=radio]), textarea')
    .evaluateAll((fields) =>
      fields.map((field) => (field as HTMLInputElement).value).filter(Boolean),
    );

describe('what a visitor typed', () => {
  it('is kept when the script loads late', async () => {
    const visitor = createVisitor('let-us-help');
    const page = await newPage();
    const scriptRelease = Promise.withResolvers<void>();
    await page.route(SITE_SCRIPT, async (route) => {
      await scriptRelease.promise;
      await route.continue();
    });
    await page.goto('/requests/let-us-help', { waitUntil: 'commit' });
    const form = findForm(page, 'let-us-help');
    await fillFields(form, visitor.fields);
    await form.locator('input[name=voicemail]').check();
    scriptRelease.resolve();
    // The script shows the choice of color scheme once it has run.
    await page.locator('[data-scheme-choice]').waitFor();
    expect(await readFields(form, visitor.fields)).toEqual(visitor.fields);
    expect(await form.locator('input[name=voicemail]').isChecked()).toBe(true);
    await clickSubmit(form);
    await readReference(page, visitor);
    expect(await findSubmissions(visitor)).toMatchObject([{ ...visitor.stored, voicemail: true }]);
  });

  it('can be sent when the script never loads', async () => {
    const visitor = createVisitor('let-us-help');
    const page = await newPage();
    await blockSiteScript(page);
    await page.goto('/requests/let-us-help');
    const form = findForm(page, 'let-us-help');
    await fillFields(form, visitor.fields);
    await clickSubmit(form);
    await readReference(page, visitor);
  });

  it('survives a reload, but not the receipt', async () => {
    const visitor = createVisitor('let-us-help');
    const { page, form } = await openForm('let-us-help');
    await fillFields(form, visitor.fields);
    await page.reload();
    expect(await readFields(form, visitor.fields)).toEqual(visitor.fields);
    await clickSubmit(form);
    await readReference(page, visitor);
    await page.goto('/requests/let-us-help');
    const empty = Object.fromEntries(Object.keys(visitor.fields).map((label) => [label, '']));
    expect(await readFields(form, visitor.fields)).toEqual(empty);
  });

  it('is cleared from all forms once any form was sent, also when going back', async () => {
    const visitor = createVisitor('request-call');
    const { page, form } = await openForm('let-us-help');
    await fillFields(form, createVisitor('let-us-help').fields);
    await page.goto('/requests/request-call');
    await fillFields(findForm(page, 'request-call'), visitor.fields);
    await page.getByRole('link', { name: 'About' }).first().click();
    await page.waitForURL('**/about');
    await page.goto('/requests/request-call');
    expect(await readFields(findForm(page, 'request-call'), visitor.fields)).toEqual(
      visitor.fields,
    );
    await clickSubmit(findForm(page, 'request-call'));
    await readReference(page, visitor);
    for (const kind of ['request-call', '', 'request-call', 'let-us-help']) {
      await page.goBack();
      if (kind) expect(await readTextFields(findForm(page, kind))).toEqual([]);
    }
  });

  it('survives from the first step to the second and a reload, without a posted page in the history', async () => {
    const page = await newPage();
    await page.goto(EXPLAINER);
    const { 'Your name': name = '', 'Email address': email = '' } =
      createVisitor('schedule-call').fields;
    const first = { 'Your name': name, 'Email address': email };
    const form = findForm(page, 'schedule-call');
    await fillFields(form, first);
    await clickSubmit(form);
    await page.waitForURL('**/requests/schedule-call?from=*');
    expect(await readFields(findForm(page, 'schedule-call'), first)).toEqual(first);
    await fillFields(findForm(page, 'schedule-call'), { 'Your name': `${name} B` });
    await page.reload();
    expect(await readFields(findForm(page, 'schedule-call'), first)).toEqual({
      ...first,
      'Your name': `${name} B`,
    });
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe(EXPLAINER);
  });
});

it('lets a visitor fill in and send a form by keyboard', async () => {
  const visitor = createVisitor('let-us-help');
  const { page } = await openForm('let-us-help');
  const readFocused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return '';
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      // The focused element must have a visible outline.
      if (outlineStyle === 'none' && boxShadow === 'none')
        throw new Error(`No focus indicator: ${element.outerHTML}`);
      return element.id || element.getAttribute('type') || (element.textContent ?? '');
    });
  const tabTo = async (wanted: string) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await readFocused()) === wanted) return;
    }
    throw new Error(`Tab does not reach ${wanted}.`);
  };
  await tabTo('Skip to the text');
  await page.keyboard.press('Enter');
  for (const [id, label] of [
    ['name', 'Your name'],
    ['email', 'Email address'],
    ['phone', 'Phone number'],
    ['message', 'Your message'],
    ['contactWishes', 'Anything we should know before we contact you?'],
  ] as const) {
    await tabTo(`let-us-help-${id}`);
    await page.keyboard.type(visitor.fields[label] ?? '');
  }
  await tabTo('let-us-help-voicemail');
  await page.keyboard.press('Space');
  await tabTo('submit');
  await page.keyboard.press('Enter');
  await readReference(page, visitor);
  expect(await findSubmissions(visitor)).toMatchObject([{ ...visitor.stored, voicemail: true }]);
});
