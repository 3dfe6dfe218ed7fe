import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { changeForm, signIn } from '#tests/helpers/admin-pages.ts';
import { DESKTOP, newPage } from '#tests/helpers/browser.ts';
import { restAs } from '#tests/helpers/rest-as-role.ts';
import type { SaveResult } from '#tests/helpers/rest-result-types.ts';

const PASSWORD = 'elf mutual cabin seven';
const NEW_PASSWORD = 'snow lantern cabin nine';

/** Creates an account that no other test uses. */
async function createColleague(roles = ['writer']) {
  const email = `${randomUUID()}@example.org`;
  const person = { name: 'A new colleague', email, password: PASSWORD, roles };
  const { doc } = await restAs<SaveResult>('admin', 'POST', '/users', person);
  return { email, id: doc.id };
}

const currentPasswordField = (page: Page) => page.locator('#field-currentPassword');

async function clickSave(page: Page): Promise<void> {
  await page.locator('#action-save:not([disabled])').click();
}

/** Saves, and waits until the success message has come and gone. */
async function saveAndWait(page: Page): Promise<void> {
  await clickSave(page);
  const success = page.locator('.payload-toast-item.toast-success').first();
  await success.waitFor();
  await success.waitFor({ state: 'detached' });
}

it('asks for the current password when a person changes their own email address or password', async () => {
  const { email } = await createColleague();
  const page = await newPage(DESKTOP);
  await signIn(page, email, PASSWORD);
  await page.goto('/admin/account', { waitUntil: 'networkidle' });
  await changeForm(page, () => page.locator('#field-name').fill('A new name'));
  expect(await currentPasswordField(page).count()).toBe(0);
  await saveAndWait(page);

  const newEmail = `moved-${email}`;
  await changeForm(page, () => page.locator('#field-email').fill(newEmail));
  await currentPasswordField(page).waitFor();
  await clickSave(page);
  await page.getByText('Enter your current password.').waitFor();
  await changeForm(page, () => currentPasswordField(page).fill('a wrong password'));
  await clickSave(page);
  await page.getByText('This is not your current password.').waitFor();
  await changeForm(page, () => currentPasswordField(page).fill(PASSWORD));
  await saveAndWait(page);
  expect(await currentPasswordField(page).count()).toBe(0);

  await page.locator('#change-password').click();
  await changeForm(page, () => page.locator('#field-password').fill(NEW_PASSWORD));
  await changeForm(page, () => page.locator('#field-confirm-password').fill(NEW_PASSWORD));
  expect(await currentPasswordField(page).inputValue()).toBe('');
  await changeForm(page, () => currentPasswordField(page).fill(PASSWORD));
  await saveAndWait(page);

  // The session that changed the password stays valid.
  await page.goto('/admin', { waitUntil: 'networkidle' });
  await page.getByText('A new name').first().waitFor();
  await signIn(await newPage(DESKTOP), newEmail, NEW_PASSWORD);
});

it('lets an administrator who has just signed in change and create accounts without their current password', async () => {
  const admin = await createColleague(['admin']);
  const { id } = await createColleague();
  const page = await newPage(DESKTOP);
  await signIn(page, admin.email, PASSWORD);
  await page.goto(`/admin/collections/users/${id}`, { waitUntil: 'networkidle' });
  await page.locator('#field-email').fill(`${randomUUID()}@example.org`);
  await page.getByText('Needed if you signed in more than 10 minutes ago.').waitFor();
  await saveAndWait(page);

  await page.goto('/admin/collections/users/create', { waitUntil: 'networkidle' });
  await page.locator('#field-email').fill(`${randomUUID()}@example.org`);
  await page.locator('#field-password').fill('password1234');
  await page.locator('#field-confirm-password').fill('password1234');
  await page.locator('#field-name').fill('Made by hand');
  await page.locator('#field-roles .rs__control').click();
  await page.locator('.rs__option').first().click();
  await clickSave(page);
  await page
    .getByText(/easy to guess/)
    .first()
    .waitFor();
  await page.locator('#field-password').fill(NEW_PASSWORD);
  await page.locator('#field-confirm-password').fill(NEW_PASSWORD);
  await clickSave(page);
  await page.waitForURL(/\/users\/[0-9a-f]{24}/);
});
