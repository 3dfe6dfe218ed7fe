import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { DEFAULT_QUICK_EXIT } from '#domain/quick-exit.ts';
import { publishDocument, signIn } from '#tests/helpers/admin-pages.ts';
import { DESKTOP, newPage, site, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';
import { countStoredItems, recordTraces, stubExitSite } from '#tests/helpers/quick-exit.ts';
import { restAs } from '#tests/helpers/rest-as-role.ts';
import { fillFields, findForm, readFields } from '#tests/helpers/visitors.ts';

const ARTICLE_PATH = '/articles/understanding-intensive-outpatient-treatment';
const FORM_PATH = '/requests/let-us-help';
const TYPED = { 'Your name': 'Visitor O’Exit', 'Your message': 'Nobody may read this.' };
const EMPTY = { 'Your name': '', 'Your message': '' };

/** Longest wait for a purged page. */
const TIMEOUT = { timeout: 20_000 };

const exitLink = (page: Page) => page.getByRole('link', { name: 'Leave this site' });

const pressShiftThrice = async (page: Page) => {
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift');
};

/** True if the whole link is on the screen, with nothing in front of its center. */
const isInView = (link: Locator): Promise<boolean> =>
  link.evaluate((element) => {
    const { top, right, bottom, left } = element.getBoundingClientRect();
    const fits = top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight;
    return (
      fits && element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2))
    );
  });

/** Expects that the page is still shown. The exit blanks a page synchronously, so this needs no wait. */
const expectNotBlank = async (page: Page, path: string) =>
  expect(await page.evaluate(() => [location.pathname, document.documentElement.hidden])).toEqual([
    path,
    false,
  ]);

afterAll(async () => {
  await restAs('admin', 'POST', '/globals/site', {
    exit: { address: DEFAULT_QUICK_EXIT.href, title: DEFAULT_QUICK_EXIT.title },
  });
});

it('follows the exit link without scripts, and sends no Referer', async () => {
  const page = await newPage(WITHOUT_SCRIPTS, DEFAULT_QUICK_EXIT.href);
  const referrers = await stubExitSite(DEFAULT_QUICK_EXIT.href, page);
  await page.goto(ARTICLE_PATH);
  await exitLink(page).click();
  await page.waitForURL(DEFAULT_QUICK_EXIT.href);
  expect(referrers).toEqual([undefined]);
});

it.each([
  ['portrait', { width: 360, height: 640 }],
  ['landscape', { width: 640, height: 360 }],
])('keeps the link in view on a scrolled page on a phone in %s', async (_, viewport) => {
  const page = await newPage({ viewport }, DEFAULT_QUICK_EXIT.href);
  await stubExitSite(DEFAULT_QUICK_EXIT.href, page);
  await page.goto(ARTICLE_PATH);
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight / 2, behavior: 'instant' }));
  expect(await isInView(exitLink(page))).toBe(true);
  await exitLink(page).click();
  await page.waitForURL(DEFAULT_QUICK_EXIT.href);
});

it.each([
  ['the link', (page: Page) => exitLink(page).click()],
  ['Shift pressed three times', pressShiftThrice],
])('leaves no text, title or history entry after an exit by %s', async (_, leave) => {
  // With smooth scrolling, the link could move away from under the mouse.
  const page = await newPage({ reducedMotion: 'reduce' }, DEFAULT_QUICK_EXIT.href);
  const traces = await recordTraces(page);
  const referrers = await stubExitSite(DEFAULT_QUICK_EXIT.href, page, traces);
  await page.goto('/');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.goto(FORM_PATH);
  await fillFields(findForm(page, 'let-us-help'), TYPED);
  expect(await countStoredItems(page)).toBe(2);
  await leave(page);
  await page.waitForURL(DEFAULT_QUICK_EXIT.href);
  expect(traces).toEqual([{ title: DEFAULT_QUICK_EXIT.title, stored: 0 }]);
  expect(referrers).toEqual([undefined]);
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe('/');
  await page.goto(FORM_PATH);
  expect(await readFields(findForm(page, 'let-us-help'), EMPTY)).toEqual(EMPTY);
  expect(await countStoredItems(page)).toBe(0);
});

it('clears what was typed on earlier pages of the tab', async () => {
  const page = await newPage({}, DEFAULT_QUICK_EXIT.href);
  await stubExitSite(DEFAULT_QUICK_EXIT.href, page);
  await page.goto(FORM_PATH);
  await fillFields(findForm(page, 'let-us-help'), TYPED);
  await page.getByRole('link', { name: 'About' }).first().click();
  await page.waitForURL('**/about');
  // Without an exit, what was typed is restored.
  await page.goBack();
  expect(await readFields(findForm(page, 'let-us-help'), TYPED)).toEqual(TYPED);
  await page.goForward();
  await page.waitForURL('**/about');
  await pressShiftThrice(page);
  await page.waitForURL(DEFAULT_QUICK_EXIT.href);
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe(FORM_PATH);
  expect(await readFields(findForm(page, 'let-us-help'), EMPTY)).toEqual(EMPTY);
});

it.each(['Control', 'Alt', 'Meta'])('ignores Shift while %s is pressed', async (modifier) => {
  const page = await newPage();
  await page.goto(FORM_PATH);
  await page.keyboard.down(modifier);
  await pressShiftThrice(page);
  await page.keyboard.up(modifier);
  await expectNotBlank(page, FORM_PATH);
});

it('ignores Shift while the mouse selects text', async () => {
  const page = await newPage();
  await page.goto(ARTICLE_PATH);
  for (let clicks = 0; clicks < 3; clicks += 1)
    await page.locator('h1').click({ modifiers: ['Shift'] });
  await expectNotBlank(page, ARTICLE_PATH);
});

it('ignores Shift in capital letters', async () => {
  const page = await newPage();
  await page.goto(FORM_PATH);
  await findForm(page, 'let-us-help').getByLabel('Your name').focus();
  for (const letter of 'ABC') await page.keyboard.press(`Shift+${letter}`);
  await expectNotBlank(page, FORM_PATH);
  expect(await readFields(findForm(page, 'let-us-help'), { 'Your name': '' })).toEqual({
    'Your name': 'ABC',
  });
});

it('updates the exit link of cached pages when an administrator changes it', async () => {
  const address = 'https://recipes.example/soup';
  const pages = ['/', ARTICLE_PATH, '/stages'];
  const fetchText = async (path: string) => (await fetch(`${site.url}${path}`)).text();
  // Caches the pages before the change.
  for (const path of pages)
    expect(await fetchText(path)).toContain(`href="${DEFAULT_QUICK_EXIT.href}"`);
  const admin = await newPage(DESKTOP);
  await signIn(admin, 'admin@example.org', site.password);
  await admin.goto('/admin/globals/site');
  await admin.getByRole('button', { name: 'Privacy of visitors' }).click();
  await admin.locator('#field-exit__address').fill(address);
  await admin.locator('#field-exit__title').fill('Soup');
  await publishDocument(admin);
  for (const path of pages)
    await expect.poll(() => fetchText(path), TIMEOUT).toContain(`href="${address}"`);

  const page = await newPage({}, address);
  const traces = await recordTraces(page);
  await stubExitSite(address, page, traces);
  await page.goto(ARTICLE_PATH);
  await pressShiftThrice(page);
  await page.waitForURL(address);
  expect(traces).toEqual([{ title: 'Soup', stored: 0 }]);
});
