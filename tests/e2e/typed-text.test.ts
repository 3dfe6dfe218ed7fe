import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { EXPLAINER } from '#tests/helpers/addresses.ts';
import { newVisitor, OUR_SCRIPT, withoutOurScript } from '#tests/helpers/browser.ts';
import {
  fill,
  formOn,
  openForm,
  receiptOn,
  requestsOf,
  standing,
  submit,
  visitorFor,
} from '#tests/helpers/visitors.ts';

/** What stands in its fields for text. */
const typedOn = (form: Locator): Promise<string[]> =>
  form
    .locator('input:not([type=hidden], [type=checkbox], [type=radio]), textarea')
    .evaluateAll((fields) =>
      fields.map((field) => (field as HTMLInputElement).value).filter(Boolean),
    );

describe('what a visitor typed survives', () => {
  it('the late arrival of the script', async () => {
    const one = visitorFor('let-us-help');
    const page = await newVisitor();
    const typed = Promise.withResolvers<void>();
    await page.route(OUR_SCRIPT, async (route) => {
      await typed.promise;
      await route.continue();
    });
    await page.goto('/requests/let-us-help', { waitUntil: 'commit' });
    const form = formOn(page, 'let-us-help');
    await fill(form, one.fields);
    await form.locator('input[name=voicemail]').check();
    typed.resolve();
    // The script has run once it offers to choose the colors.
    await page.locator('[data-scheme-choice]').waitFor();
    expect(await standing(form, one.fields)).toEqual(one.fields);
    expect(await form.locator('input[name=voicemail]').isChecked()).toBe(true);
    await submit(form);
    await receiptOn(page, one);
    expect(await requestsOf(one)).toMatchObject([{ ...one.stored, voicemail: true }]);
  });

  it('a script that never comes', async () => {
    const one = visitorFor('let-us-help');
    const page = await newVisitor();
    await withoutOurScript(page);
    await page.goto('/requests/let-us-help');
    const form = formOn(page, 'let-us-help');
    await fill(form, one.fields);
    await submit(form);
    await receiptOn(page, one);
  });

  it('a reload, with scripts; not beyond the receipt', async () => {
    const one = visitorFor('let-us-help');
    const { page, form } = await openForm('let-us-help');
    await fill(form, one.fields);
    await page.reload();
    expect(await standing(form, one.fields)).toEqual(one.fields);
    await submit(form);
    await receiptOn(page, one);
    await page.goto('/requests/let-us-help');
    const empty = Object.fromEntries(Object.keys(one.fields).map((label) => [label, '']));
    expect(await standing(form, one.fields)).toEqual(empty);
  });

  it('no way back, once any form was sent', async () => {
    const one = visitorFor('request-call');
    const { page, form } = await openForm('let-us-help');
    await fill(form, visitorFor('let-us-help').fields);
    await page.goto('/requests/request-call');
    await fill(formOn(page, 'request-call'), one.fields);
    await page.getByRole('link', { name: 'About' }).first().click();
    await page.waitForURL('**/about');
    await page.goto('/requests/request-call');
    expect(await standing(formOn(page, 'request-call'), one.fields)).toEqual(one.fields);
    await submit(formOn(page, 'request-call'));
    await receiptOn(page, one);
    for (const kind of ['request-call', '', 'request-call', 'let-us-help']) {
      await page.goBack();
      if (kind) expect(await typedOn(formOn(page, kind))).toEqual([]);
    }
  });

  it('the first of two steps, and a reload after it; nothing that was posted stands on the way back', async () => {
    const page = await newVisitor();
    await page.goto(EXPLAINER);
    const { 'Your name': name = '', 'Email address': email = '' } =
      visitorFor('schedule-call').fields;
    const first = { 'Your name': name, 'Email address': email };
    const form = formOn(page, 'schedule-call');
    await fill(form, first);
    await submit(form);
    await page.waitForURL('**/requests/schedule-call?from=*');
    expect(await standing(formOn(page, 'schedule-call'), first)).toEqual(first);
    await fill(formOn(page, 'schedule-call'), { 'Your name': `${name} B` });
    await page.reload();
    expect(await standing(formOn(page, 'schedule-call'), first)).toEqual({
      ...first,
      'Your name': `${name} B`,
    });
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe(EXPLAINER);
  });
});

it('a form can be filled in and sent by keyboard alone', async () => {
  const one = visitorFor('let-us-help');
  const { page } = await openForm('let-us-help');
  const here = () =>
    page.evaluate(() => {
      const it = document.activeElement;
      if (!it || it === document.body) return '';
      const { outlineStyle, boxShadow } = getComputedStyle(it);
      // Where one is must be seen.
      if (outlineStyle === 'none' && boxShadow === 'none')
        throw new Error(`Unseen: ${it.outerHTML}`);
      return it.id || it.getAttribute('type') || (it.textContent ?? '');
    });
  const tabTo = async (wanted: string) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await here()) === wanted) return;
    }
    throw new Error(`There is no way by Tab to ${wanted}.`);
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
    await page.keyboard.type(one.fields[label] ?? '');
  }
  await tabTo('let-us-help-voicemail');
  await page.keyboard.press('Space');
  await tabTo('submit');
  await page.keyboard.press('Enter');
  await receiptOn(page, one);
  expect(await requestsOf(one)).toMatchObject([{ ...one.stored, voicemail: true }]);
});
