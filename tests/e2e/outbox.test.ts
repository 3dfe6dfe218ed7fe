import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { messageOf, openMessages, openRequest, signIn } from '#tests/helpers/admin.ts';
import { DESK, newVisitor, site, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';
import { tokenOf } from '#tests/helpers/colleague.ts';
import { sessionHeaders } from '#tests/helpers/session.ts';
import { fill, openForm, receiptOn, submit, visitorFor } from '#tests/helpers/visitors.ts';

const LABEL = 'To the visitor: the link to information, by text message';

/** Somebody asks for a text message, which nothing is set up to send; the reference of the request. */
async function askForText(): Promise<string> {
  const visitor = visitorFor('text-info');
  const { page, form } = await openForm('text-info', WITHOUT_SCRIPTS);
  await fill(form, visitor.fields);
  await form.locator('input[name=consent]').check();
  await submit(form);
  return receiptOn(page, visitor);
}

async function coordinator(options = DESK): Promise<Page> {
  const page = await newVisitor(options);
  await signIn(page, 'coordinator@example.org', site.password);
  return page;
}

const waysTo = (page: Page) => page.locator('a[href$="/collections/payload-jobs"]');

it('the list says in words what waits, and why; by hand it leaves the list and stands in the timeline', async () => {
  const reference = await askForText();
  const page = await coordinator();
  await page.getByRole('heading', { name: /messages? needs? a person/ }).waitFor();
  // In the menu, and on the first screen.
  expect(await waysTo(page).count()).toBe(2);
  await openMessages(page);
  const row = messageOf(page, reference, LABEL);
  await row.getByText('Waiting: no text service is set up').waitFor();
  // What was never tried is not sent again.
  expect(await row.getByRole('button').allTextContents()).toEqual(['Done by hand']);

  await row.getByRole('button', { name: 'Done by hand' }).click();
  await row.waitFor({ state: 'detached' });
  await openMessages(page);
  expect(await row.count()).toBe(0);
  await openRequest(page, reference);
  const line = page.getByRole('region', { name: 'Timeline' }).getByRole('listitem');
  await line.filter({ hasText: `Done by hand: ${LABEL}` }).waitFor();
});

it('on a phone each message is a card, no wider than the screen', async () => {
  const reference = await askForText();
  const page = await coordinator({ viewport: { width: 390, height: 844 } });
  await openMessages(page);
  const button = messageOf(page, reference, LABEL).getByRole('button', { name: 'Done by hand' });
  const { x, width } = (await button.boundingBox()) ?? { x: Number.NaN, width: Number.NaN };
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(390);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

it.each(['editor', 'writer', 'reviewer'] as const)('no %s sees any of it', async (role) => {
  const page = await newVisitor(DESK);
  await signIn(page, `${role}@example.org`, site.password);
  expect(await waysTo(page).count()).toBe(0);
  expect(await page.getByRole('heading', { name: /a person$/ }).count()).toBe(0);
  await openMessages(page);
  expect(await page.getByText(LABEL).count()).toBe(0);
  const { status } = await fetch(`${site.url}/api/payload-jobs`, {
    headers: sessionHeaders(await tokenOf(role)),
  });
  expect(status).toBe(403);
});
