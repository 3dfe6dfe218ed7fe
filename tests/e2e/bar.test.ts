import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { EXPLAINER } from '#tests/helpers/addresses.ts';
import { newVisitor } from '#tests/helpers/browser.ts';

const scrollTo = (element: Locator, block: ScrollLogicalPosition) =>
  element.evaluate((it, where) => it.scrollIntoView({ block: where }), block);

it('on a phone, an invitation stays at the foot of an article once half of it is read, except beside a form', async () => {
  const page = await newVisitor();
  await page.goto(EXPLAINER);
  const [article, bar] = [page.locator('article'), page.locator('[data-bar]')];
  expect(await bar.isVisible()).toBe(false);
  await scrollTo(article.locator('form[data-request]').first(), 'center');
  await bar.waitFor({ state: 'hidden' });
  await scrollTo(article.getByRole('heading', { name: 'Sources' }), 'start');
  await bar.waitFor();
  await page.reload();
  await bar.waitFor();
  await scrollTo(article, 'start');
  await bar.waitFor({ state: 'hidden' });
});
