import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { newVisitor, withoutOurScript } from '#tests/helpers/browser.ts';

const DARK = 'rgb(30, 27, 23)';
const LIGHT = 'rgb(251, 247, 239)';

const paperOf = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

const stored = (page: Page): Promise<number> =>
  page.evaluate(() => localStorage.length + sessionStorage.length);

it('a reader chooses dark; the next page is dark before anything else has run', async () => {
  const page = await newVisitor({ colorScheme: 'light' });
  await page.goto('/');
  expect(await paperOf(page)).toBe(LIGHT);
  expect(await stored(page)).toBe(0);
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await paperOf(page)).toBe(DARK);
  // What the page would do later, it does not do here.
  await withoutOurScript(page);
  await page.goto('/articles');
  expect(await paperOf(page)).toBe(DARK);
});

it('a reader whose device is dark chooses light, and leaves it to the device again', async () => {
  const page = await newVisitor({ colorScheme: 'dark' });
  await page.goto('/');
  expect(await paperOf(page)).toBe(DARK);
  await page.getByRole('radio', { name: 'Light' }).check();
  await page.reload();
  expect(await paperOf(page)).toBe(LIGHT);
  await page.getByRole('radio', { name: 'As on your device' }).check();
  expect(await paperOf(page)).toBe(DARK);
  expect(await stored(page)).toBe(0);
});

it('a reader who goes back sees on the page what was chosen since', async () => {
  const page = await newVisitor({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.goto('/articles');
  await page.getByRole('radio', { name: 'As on your device' }).check();
  await page.goBack();
  expect(await paperOf(page)).toBe(LIGHT);
  expect(await page.getByRole('radio', { name: 'As on your device' }).isChecked()).toBe(true);
});

it('the device decides where scripts are off, and nothing is asked', async () => {
  const page = await newVisitor({ colorScheme: 'dark', javaScriptEnabled: false });
  await page.goto('/');
  expect(await paperOf(page)).toBe(DARK);
  expect(await page.getByRole('radio').count()).toBe(0);
});
