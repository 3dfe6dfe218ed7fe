import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { EXIT } from '#domain/exit.ts';
import { publish, signIn } from '#tests/helpers/admin.ts';
import { DESK, newVisitor, site, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';
import { as } from '#tests/helpers/colleague.ts';
import { fill, formOn, standing } from '#tests/helpers/visitors.ts';

const ARTICLE = '/articles/understanding-intensive-outpatient-treatment';
const FORM = '/requests/let-us-help';
const TYPED = { 'Your name': 'Visitor O’Exit', 'Your message': 'Nobody may read this.' };
const EMPTY = { 'Your name': '', 'Your message': '' };

const exitOf = (page: Page) => page.getByRole('link', { name: 'Leave this site' });

const pressShiftThrice = async (page: Page) => {
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift');
};

/** What is left of a page, as its last word to the tab and to the browser. */
const remains = (page: Page) =>
  page.evaluate(() => ({
    title: document.title,
    blank: document.documentElement.hidden,
    stored: sessionStorage.length + localStorage.length,
  }));

/** Answers in the place of the site that the exit leads to; `asked` has what it learns, and what is left here then. */
async function standInAt(address: string, page: Page, look?: typeof remains) {
  const asked: { referrer?: string; left?: Awaited<ReturnType<typeof remains>> }[] = [];
  await page.route(address, async (route) => {
    asked.push({ referrer: route.request().headers().referer, left: await look?.(page) });
    await route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' });
  });
  return asked;
}

afterAll(async () => {
  await as('admin', 'POST', '/globals/site', { exit: { address: EXIT.href, title: EXIT.title } });
});

it('without scripts the link leads away, and does not tell from where', async () => {
  const page = await newVisitor(WITHOUT_SCRIPTS, EXIT.href);
  const asked = await standInAt(EXIT.href, page);
  await page.goto(ARTICLE);
  await exitOf(page).click();
  await page.waitForURL(EXIT.href);
  expect(asked).toEqual([{ referrer: undefined }]);
});

it.each([
  ['the link', (page: Page) => exitOf(page).click()],
  ['Shift pressed three times', pressShiftThrice],
])('by %s nothing of the page is left: no text, no title, no way back to it', async (_, leave) => {
  const page = await newVisitor({}, EXIT.href);
  const asked = await standInAt(EXIT.href, page, remains);
  await page.goto('/');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.goto(FORM);
  await fill(formOn(page, 'let-us-help'), TYPED);
  expect(await remains(page)).toMatchObject({ blank: false, stored: 2 });
  await leave(page);
  await page.waitForURL(EXIT.href);
  const left = { title: EXIT.title, blank: true, stored: 0 };
  expect(asked).toEqual([{ referrer: undefined, left }]);
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe('/');
  await page.goto(FORM);
  expect(await standing(formOn(page, 'let-us-help'), EMPTY)).toEqual(EMPTY);
  expect(await remains(page)).toMatchObject({ stored: 0 });
});

it('capital letters lead nowhere', async () => {
  const page = await newVisitor();
  await page.goto(FORM);
  await formOn(page, 'let-us-help').getByLabel('Your name').focus();
  for (const letter of 'ABC') await page.keyboard.press(`Shift+${letter}`);
  expect(await remains(page)).toMatchObject({ blank: false });
  expect(await standing(formOn(page, 'let-us-help'), { 'Your name': '' })).toEqual({
    'Your name': 'ABC',
  });
});

it('where an administrator has it lead, it leads from every kept page', async () => {
  const address = 'https://recipes.example/soup';
  const pages = ['/', ARTICLE, '/stages'];
  const text = async (path: string) => (await fetch(`${site.url}${path}`)).text();
  // Kept before, as on any day.
  for (const path of pages) expect(await text(path)).toContain(`href="${EXIT.href}"`);
  const desk = await newVisitor(DESK);
  await signIn(desk, 'admin@example.org', site.password);
  await desk.goto('/admin/globals/site');
  await desk.getByRole('button', { name: 'Privacy of visitors' }).click();
  await desk.locator('#field-exit__address').fill(address);
  await desk.locator('#field-exit__title').fill('Soup');
  await publish(desk);
  for (const path of pages) await expect.poll(() => text(path)).toContain(`href="${address}"`);

  const page = await newVisitor({}, address);
  const asked = await standInAt(address, page, remains);
  await page.goto(ARTICLE);
  await pressShiftThrice(page);
  await page.waitForURL(address);
  expect(asked).toMatchObject([{ left: { title: 'Soup', blank: true } }]);
});
