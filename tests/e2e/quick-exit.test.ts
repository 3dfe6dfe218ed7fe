import type { Locator, Page } from 'playwright-core';
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

/** Longer, and it does not come at all. */
const PATIENCE = { timeout: 20_000 };

const exitOf = (page: Page) => page.getByRole('link', { name: 'Leave this site' });

const pressShiftThrice = async (page: Page) => {
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift');
};

/** All of it is on the screen, with nothing in front of its middle. */
const inSight = (link: Locator): Promise<boolean> =>
  link.evaluate((it) => {
    const { top, right, bottom, left } = it.getBoundingClientRect();
    const fits = top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight;
    return fits && it.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
  });

/** What is there of a page: in the tab and in the browser. */
interface Traces {
  title: string;
  stored: number;
}

/** Hears, from the pages that come, what each leaves as it goes blank: from a page that is still there. */
async function tracesLeftIn(page: Page): Promise<Traces[]> {
  const left: Traces[] = [];
  await page.exposeFunction('leave', (traces: Traces) => left.push(traces));
  await page.addInitScript(() => {
    const goneBlank = () => {
      const { title, documentElement } = document;
      const stored = sessionStorage.length + localStorage.length;
      if (documentElement.hidden) Object(window).leave({ title, stored });
    };
    new MutationObserver(goneBlank).observe(document, {
      attributeFilter: ['hidden'],
      subtree: true,
    });
  });
  return left;
}

/** A page that is left goes blank within the press of the key: whoever asks it then is told of it. */
const expectShown = async (page: Page, path: string) =>
  expect(await page.evaluate(() => [location.pathname, document.documentElement.hidden])).toEqual([
    path,
    false,
  ]);

/**
 * Answers in the place of the site that the exit leads to; has what it is told of where the reader was.
 * @param left what the page leaves: the answer waits for it, because what a page said is lost once it is gone
 */
async function standInAt(address: string, page: Page, left?: Traces[]) {
  const told: (string | undefined)[] = [];
  await page.route(address, async (route) => {
    told.push(route.request().headers().referer);
    if (left) await expect.poll(() => left.length, PATIENCE).toBeGreaterThan(0);
    await route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' });
  });
  return told;
}

const stored = (page: Page): Promise<number> =>
  page.evaluate(() => sessionStorage.length + localStorage.length);

afterAll(async () => {
  await as('admin', 'POST', '/globals/site', { exit: { address: EXIT.href, title: EXIT.title } });
});

it('without scripts the link leads away, and does not tell from where', async () => {
  const page = await newVisitor(WITHOUT_SCRIPTS, EXIT.href);
  const told = await standInAt(EXIT.href, page);
  await page.goto(ARTICLE);
  await exitOf(page).click();
  await page.waitForURL(EXIT.href);
  expect(told).toEqual([undefined]);
});

it.each([
  ['held upright', { width: 360, height: 640 }],
  ['held sideways', { width: 640, height: 360 }],
])('on a phone %s the link stays in sight, however far down', async (_, viewport) => {
  const page = await newVisitor({ viewport }, EXIT.href);
  await standInAt(EXIT.href, page);
  await page.goto(ARTICLE);
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight / 2, behavior: 'instant' }));
  expect(await inSight(exitOf(page))).toBe(true);
  await exitOf(page).click();
  await page.waitForURL(EXIT.href);
});

it.each([
  ['the link', (page: Page) => exitOf(page).click()],
  ['Shift pressed three times', pressShiftThrice],
])('by %s nothing of the page is left: no text, no title, no way back to it', async (_, leave) => {
  // A page that still scrolls softly to a field takes the link from under the mouse.
  const page = await newVisitor({ reducedMotion: 'reduce' }, EXIT.href);
  const left = await tracesLeftIn(page);
  const told = await standInAt(EXIT.href, page, left);
  await page.goto('/');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.goto(FORM);
  await fill(formOn(page, 'let-us-help'), TYPED);
  expect(await stored(page)).toBe(2);
  await leave(page);
  await page.waitForURL(EXIT.href);
  expect(left).toEqual([{ title: EXIT.title, stored: 0 }]);
  expect(told).toEqual([undefined]);
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe('/');
  await page.goto(FORM);
  expect(await standing(formOn(page, 'let-us-help'), EMPTY)).toEqual(EMPTY);
  expect(await stored(page)).toBe(0);
});

it('nothing that was typed on an earlier page of the tab is there for who goes back', async () => {
  const page = await newVisitor({}, EXIT.href);
  await standInAt(EXIT.href, page);
  await page.goto(FORM);
  await fill(formOn(page, 'let-us-help'), TYPED);
  await page.getByRole('link', { name: 'About' }).first().click();
  await page.waitForURL('**/about');
  // Who only looks around finds it again.
  await page.goBack();
  expect(await standing(formOn(page, 'let-us-help'), TYPED)).toEqual(TYPED);
  await page.goForward();
  await page.waitForURL('**/about');
  await pressShiftThrice(page);
  await page.waitForURL(EXIT.href);
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe(FORM);
  expect(await standing(formOn(page, 'let-us-help'), EMPTY)).toEqual(EMPTY);
});

it.each(['Control', 'Alt', 'Meta'])('Shift beside %s leads nowhere', async (held) => {
  const page = await newVisitor();
  await page.goto(FORM);
  await page.keyboard.down(held);
  await pressShiftThrice(page);
  await page.keyboard.up(held);
  await expectShown(page, FORM);
});

it('text that is marked with Shift and the mouse leads nowhere', async () => {
  const page = await newVisitor();
  await page.goto(ARTICLE);
  for (let clicks = 0; clicks < 3; clicks += 1)
    await page.locator('h1').click({ modifiers: ['Shift'] });
  await expectShown(page, ARTICLE);
});

it('capital letters lead nowhere', async () => {
  const page = await newVisitor();
  await page.goto(FORM);
  await formOn(page, 'let-us-help').getByLabel('Your name').focus();
  for (const letter of 'ABC') await page.keyboard.press(`Shift+${letter}`);
  await expectShown(page, FORM);
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
  for (const path of pages)
    await expect.poll(() => text(path), PATIENCE).toContain(`href="${address}"`);

  const page = await newVisitor({}, address);
  const left = await tracesLeftIn(page);
  await standInAt(address, page, left);
  await page.goto(ARTICLE);
  await pressShiftThrice(page);
  await page.waitForURL(address);
  expect(left).toEqual([{ title: 'Soup', stored: 0 }]);
});
