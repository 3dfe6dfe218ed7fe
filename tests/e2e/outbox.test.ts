import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { messageRow, openMessages, openSubmission, signIn } from '#tests/helpers/admin-pages.ts';
import { DESKTOP, newPage, site, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';
import { sessionToken } from '#tests/helpers/rest-as-role.ts';
import { sessionHeaders } from '#tests/helpers/session.ts';
import {
  clickSubmit,
  createVisitor,
  fillFields,
  openForm,
  readReference,
} from '#tests/helpers/visitors.ts';

const LABEL = 'To the visitor: the link to information, by text message';

/** Requests a text message as a visitor, which waits because no text service is set up; returns the reference. */
async function requestTextMessage(): Promise<string> {
  const visitor = createVisitor('text-info');
  const { page, form } = await openForm('text-info', WITHOUT_SCRIPTS);
  await fillFields(form, visitor.fields);
  await form.locator('input[name=consent]').check();
  await clickSubmit(form);
  return readReference(page, visitor);
}

async function openAdminAsCoordinator(options = DESKTOP): Promise<Page> {
  const page = await newPage(options);
  await signIn(page, 'coordinator@example.org', site.password);
  return page;
}

const outboxLinks = (page: Page) => page.locator('a[href$="/collections/payload-jobs"]');

it('lists a waiting message with the reason, and moves it to the timeline once a person has sent it', async () => {
  const reference = await requestTextMessage();
  const page = await openAdminAsCoordinator();
  await page.getByRole('heading', { name: /messages? needs? a person/ }).waitFor();
  // One in the menu, and one on the dashboard.
  expect(await outboxLinks(page).count()).toBe(2);
  await openMessages(page);
  const row = messageRow(page, reference, LABEL);
  await row.getByText('Waiting: no text service is set up').waitFor();
  // Without an attempt, there is no button to retry.
  expect(await row.getByRole('button').allTextContents()).toEqual(['Done by hand']);

  await row.getByRole('button', { name: 'Done by hand' }).click();
  await row.waitFor({ state: 'detached' });
  await openMessages(page);
  expect(await row.count()).toBe(0);
  await openSubmission(page, reference);
  const events = page.getByRole('region', { name: 'Timeline' }).getByRole('listitem');
  await events.filter({ hasText: `Done by hand: ${LABEL}` }).waitFor();
});

it('shows each message on a phone as a card that fits the screen', async () => {
  const reference = await requestTextMessage();
  const page = await openAdminAsCoordinator({ viewport: { width: 390, height: 844 } });
  await openMessages(page);
  const button = messageRow(page, reference, LABEL).getByRole('button', { name: 'Done by hand' });
  const { x, width } = (await button.boundingBox()) ?? { x: Number.NaN, width: Number.NaN };
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(390);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

it.each(['editor', 'writer', 'reviewer'] as const)('hides messages from the %s', async (role) => {
  const page = await newPage(DESKTOP);
  await signIn(page, `${role}@example.org`, site.password);
  expect(await outboxLinks(page).count()).toBe(0);
  expect(await page.getByRole('heading', { name: /a person$/ }).count()).toBe(0);
  await openMessages(page);
  expect(await page.getByText(LABEL).count()).toBe(0);
  const { status } = await fetch(`${site.url}/api/payload-jobs`, {
    headers: sessionHeaders(await sessionToken(role)),
  });
  expect(status).toBe(403);
});
