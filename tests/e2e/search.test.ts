import { expect, it } from 'vitest';
import { newPage, site, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';

it('searches, filters and opens a result without scripts, and keeps the query and filters', async () => {
  const page = await newPage(WITHOUT_SCRIPTS);
  await page.goto(`${site.url}/search`);
  await page.getByLabel('What are you looking for?').fill('withdrawl');
  await page.getByLabel('About the stage').selectOption({ label: 'Supervised detox' });
  await page.getByRole('button', { name: 'Search' }).click();
  const url = new URL(page.url());
  expect([url.pathname, url.searchParams.get('stage')]).toEqual(['/search', 'supervised-detox']);
  expect(await page.title()).not.toContain('withdraw');
  expect(await page.getByLabel('What are you looking for?').inputValue()).toBe('withdrawl');
  expect(await page.getByLabel('About the stage').inputValue()).toBe('supervised-detox');
  const results = page.getByRole('region', { name: /pages for “withdrawal”/ });
  expect(await results.textContent()).toContain('Showing results for withdrawal');
  expect(await results.locator('mark').first().textContent()).toMatch(/withdrawal|detox/i);
  await results.getByRole('link', { name: 'What supervised detox involves' }).click();
  await page.waitForURL(`${site.url}/articles/what-detox-involves`);
});

it('shows results on a phone without scrolling, and opens the filters above them', async () => {
  const page = await newPage({ ...WITHOUT_SCRIPTS, viewport: { width: 360, height: 640 } });
  await page.goto(`${site.url}/search?q=detox`);
  const heading = await page.getByRole('heading', { name: /pages for “detox”/ }).boundingBox();
  expect((heading?.y ?? 640) + (heading?.height ?? 0)).toBeLessThan(640);
  const stage = page.getByLabel('About the stage');
  expect(await stage.isVisible()).toBe(false);
  await page.getByText('Choose a stage or topic').click();
  await stage.selectOption({ label: 'Supervised detox' });
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(/stage=supervised-detox/);
  expect(await stage.isVisible()).toBe(true);
});

it('pages through many results without scripts', async () => {
  const page = await newPage(WITHOUT_SCRIPTS);
  await page.goto(`${site.url}/search?q=treatment`);
  const first = await page.locator('main ol a').first().textContent();
  await page.getByRole('link', { name: 'More results' }).click();
  await page.waitForURL(({ searchParams }) => searchParams.get('page') === '2');
  expect(await page.locator('main ol a').first().textContent()).not.toBe(first);
  await page.getByRole('link', { name: 'Better matches' }).click();
  await page.waitForURL(({ searchParams }) => searchParams.get('page') !== '2');
  expect(await page.locator('main ol a').first().textContent()).toBe(first);
});

it('filters the list of articles by stage and topic without scripts', async () => {
  const page = await newPage(WITHOUT_SCRIPTS);
  await page.goto(`${site.url}/articles`);
  await page.getByLabel('Stage of the way').selectOption({ label: 'Supervised detox' });
  await page.getByLabel('Topic').selectOption({ label: 'Medication' });
  await page.getByRole('button', { name: 'Show articles' }).click();
  const titles = await page.locator('main li h2').allTextContents();
  expect(titles).toEqual(['Medication for opioid use disorder']);
});

it('links to the stages and a phone number when nothing is found', async () => {
  const page = await newPage(WITHOUT_SCRIPTS);
  await page.goto(`${site.url}/search?q=nothingofthiskind`);
  const region = page.getByRole('region', { name: /^Nothing found/ });
  expect(await region.getByRole('link', { name: 'Supervised detox' }).isVisible()).toBe(true);
  expect(await region.locator('a[href^="tel:"]').isVisible()).toBe(true);
});
