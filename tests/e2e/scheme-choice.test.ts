import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { blockSiteScript, newPage } from '#tests/helpers/browser.ts';

const DARK = 'rgb(30, 27, 23)';
const LIGHT = 'rgb(251, 247, 239)';

const readBackground = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

const countStoredItems = (page: Page): Promise<number> =>
  page.evaluate(() => localStorage.length + sessionStorage.length);

it('renders the next page in the chosen scheme before the site script runs', async () => {
  const page = await newPage({ colorScheme: 'light' });
  await page.goto('/');
  expect(await readBackground(page)).toBe(LIGHT);
  expect(await countStoredItems(page)).toBe(0);
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await readBackground(page)).toBe(DARK);
  // Only the inline script runs.
  await blockSiteScript(page);
  await page.goto('/articles');
  expect(await readBackground(page)).toBe(DARK);
});

it('overrides the scheme of the device, and follows the device again', async () => {
  const page = await newPage({ colorScheme: 'dark' });
  await page.goto('/');
  expect(await readBackground(page)).toBe(DARK);
  await page.getByRole('radio', { name: 'Light' }).check();
  await page.reload();
  expect(await readBackground(page)).toBe(LIGHT);
  await page.getByRole('radio', { name: 'As on your device' }).check();
  expect(await readBackground(page)).toBe(DARK);
  expect(await countStoredItems(page)).toBe(0);
});

it('applies the latest choice to a page that is restored by going back', async () => {
  const page = await newPage({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.goto('/articles');
  await page.getByRole('radio', { name: 'As on your device' }).check();
  await page.goBack();
  expect(await readBackground(page)).toBe(LIGHT);
  expect(await page.getByRole('radio', { name: 'As on your device' }).isChecked()).toBe(true);
});

it('follows the device without scripts, and offers no choice', async () => {
  const page = await newPage({ colorScheme: 'dark', javaScriptEnabled: false });
  await page.goto('/');
  expect(await readBackground(page)).toBe(DARK);
  expect(await page.getByRole('radio').count()).toBe(0);
});
