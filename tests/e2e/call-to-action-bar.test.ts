import { expect, it } from 'vitest';
import { newPage } from '#tests/helpers/browser.ts';
import { EXPLAINER } from '#tests/helpers/page-paths.ts';
import { findForm } from '#tests/helpers/visitors.ts';

it('shows the bar on a phone from halfway to the first form, and hides it while a form is in view', async () => {
  const page = await newPage();
  await page.goto(EXPLAINER);
  const bar = page.locator('[data-bar]');
  expect(await bar.isVisible()).toBe(false);

  await page.getByRole('heading', { name: 'Where the IOP stands' }).scrollIntoViewIfNeeded();
  await bar.waitFor();
  await findForm(page, 'request-call').scrollIntoViewIfNeeded();
  await bar.waitFor({ state: 'hidden' });
});
