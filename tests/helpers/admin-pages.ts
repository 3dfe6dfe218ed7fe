import type { Locator, Page } from 'playwright-core';

/** Long, because the development server compiles a page of the admin at its first request. */
export const PATIENCE_MS = 90_000;

/** Signs in by the form, and waits for the dashboard. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/admin/login');
  await page.locator('#field-email').fill(email);
  await page.locator('#field-password').fill(password);
  await page.locator('form.login__form button[type="submit"]').click();
  await page.waitForURL(/\/admin\/?$/, { timeout: PATIENCE_MS });
}

/** Selects a document by its title in a relationship field like `authors`, or an option by its label. */
export async function selectOption(
  within: Page | Locator,
  field: string,
  title: string,
): Promise<void> {
  const box = within.locator(`#field-${field}`);
  await box.locator('.rs__control').click();
  await box.locator('.rs__input').fill(title);
  await box.locator('.rs__option', { hasText: title }).first().click();
}

/** Publishes the open document, and waits for the success message. */
export async function publishDocument(page: Page): Promise<void> {
  await page.locator('#action-save').click();
  await page.locator('.payload-toast-item.toast-success').first().waitFor({ timeout: PATIENCE_MS });
}

/** Path of the list of submissions in the admin. */
export const SUBMISSIONS_PATH = '/admin/collections/form-submissions';

/** Opens a submission by its reference. */
export async function openSubmission(page: Page, reference: string): Promise<void> {
  await page.goto(SUBMISSIONS_PATH);
  // Navigate instead of clicking: a click can be lost before hydration.
  const href = await page.getByRole('link', { name: reference }).getAttribute('href');
  await page.goto(String(href));
  await page.locator('#field-note:not([disabled])').waitFor({ timeout: PATIENCE_MS });
}

/** Locates the value of a label like `Phone` in the summary of the open submission. */
export const summaryValue = (page: Page, label: string): Locator =>
  page
    .locator('dl > div', { has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
    .locator('dd');

/** Opens the outbox, newest messages first. */
export const openMessages = async (page: Page): Promise<void> => {
  await page.goto('/admin/collections/payload-jobs?sort=-createdAt');
};

/** Locates the row of a message about the submission with this reference. */
export const messageRow = (page: Page, reference: string, label: string): Locator =>
  page.locator('tbody tr', { hasText: reference }).filter({ hasText: label });

/**
 * Changes a form and waits for the form state that the server answers to this change, not to one before it.
 * An answer that arrives during a save would remove the save's messages and open a dialog about newer data.
 */
export async function changeForm(page: Page, change: () => Promise<unknown>): Promise<void> {
  const [request] = await Promise.all([
    page.waitForRequest((each) => each.headers()['next-action'] !== undefined),
    change(),
  ]);
  await request.response();
}
