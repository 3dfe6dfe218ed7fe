import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { changed, signIn } from '#tests/helpers/admin.ts';
import type { Saved } from '#tests/helpers/answers.ts';
import { DESK, newVisitor } from '#tests/helpers/browser.ts';
import { as } from '#tests/helpers/colleague.ts';

const PASSWORD = 'elf mutual cabin seven';
const NEW_PASSWORD = 'snow lantern cabin nine';

/** A colleague of this test's own. */
async function newColleague(roles = ['writer']) {
  const email = `${randomUUID()}@example.org`;
  const person = { name: 'A new colleague', email, password: PASSWORD, roles };
  const { doc } = await as<Saved>('admin', 'POST', '/users', person);
  return { email, id: doc.id };
}

const current = (page: Page) => page.locator('#field-currentPassword');

async function save(page: Page): Promise<void> {
  await page.locator('#action-save:not([disabled])').click();
}

/** Saves, and waits until the admin says that it is done. */
async function saved(page: Page): Promise<void> {
  await save(page);
  const done = page.locator('.payload-toast-item.toast-success').first();
  await done.waitFor();
  await done.waitFor({ state: 'detached' });
}

it('a person changes the own address and password, and shows that it is them', async () => {
  const { email } = await newColleague();
  const page = await newVisitor(DESK);
  await signIn(page, email, PASSWORD);
  await page.goto('/admin/account', { waitUntil: 'networkidle' });
  await changed(page, () => page.locator('#field-name').fill('A new name'));
  expect(await current(page).count()).toBe(0);
  await saved(page);

  const moved = `moved-${email}`;
  await changed(page, () => page.locator('#field-email').fill(moved));
  await current(page).waitFor();
  await save(page);
  await page.getByText('Enter your current password.').waitFor();
  await changed(page, () => current(page).fill('a wrong password'));
  await save(page);
  await page.getByText('This is not your current password.').waitFor();
  await changed(page, () => current(page).fill(PASSWORD));
  await saved(page);
  expect(await current(page).count()).toBe(0);

  await page.locator('#change-password').click();
  await changed(page, () => page.locator('#field-password').fill(NEW_PASSWORD));
  await changed(page, () => page.locator('#field-confirm-password').fill(NEW_PASSWORD));
  expect(await current(page).inputValue()).toBe('');
  await changed(page, () => current(page).fill(PASSWORD));
  await saved(page);

  // The session that did it goes on.
  await page.goto('/admin', { waitUntil: 'networkidle' });
  await page.getByText('A new name').first().waitFor();
  await signIn(await newVisitor(DESK), moved, NEW_PASSWORD);
});

it('an administrator who has just signed in changes other accounts and makes new ones', async () => {
  const admin = await newColleague(['admin']);
  const { id } = await newColleague();
  const page = await newVisitor(DESK);
  await signIn(page, admin.email, PASSWORD);
  await page.goto(`/admin/collections/users/${id}`, { waitUntil: 'networkidle' });
  await page.locator('#field-email').fill(`${randomUUID()}@example.org`);
  await page.getByText('Needed if you signed in more than 10 minutes ago.').waitFor();
  await saved(page);

  await page.goto('/admin/collections/users/create', { waitUntil: 'networkidle' });
  await page.locator('#field-email').fill(`${randomUUID()}@example.org`);
  await page.locator('#field-password').fill('password1234');
  await page.locator('#field-confirm-password').fill('password1234');
  await page.locator('#field-name').fill('Made by hand');
  await page.locator('#field-roles .rs__control').click();
  await page.locator('.rs__option').first().click();
  await save(page);
  await page
    .getByText(/easy to guess/)
    .first()
    .waitFor();
  await page.locator('#field-password').fill(NEW_PASSWORD);
  await page.locator('#field-confirm-password').fill(NEW_PASSWORD);
  await save(page);
  await page.waitForURL(/\/users\/[0-9a-f]{24}/);
});
