import { expect, it } from 'vitest';
import { EXPLAINER } from '#tests/helpers/addresses.ts';
import { newVisitor } from '#tests/helpers/browser.ts';
import { formOn } from '#tests/helpers/visitors.ts';

it('on a phone, the bar comes halfway to the first form, and goes while a form is in sight', async () => {
  const page = await newVisitor();
  await page.goto(EXPLAINER);
  const bar = page.locator('[data-bar]');
  expect(await bar.isVisible()).toBe(false);

  await page.getByRole('heading', { name: 'Where the IOP stands' }).scrollIntoViewIfNeeded();
  await bar.waitFor();
  await formOn(page, 'request-call').scrollIntoViewIfNeeded();
  await bar.waitFor({ state: 'hidden' });
});
