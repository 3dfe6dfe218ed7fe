import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import { newPage } from '#tests/helpers/browser.ts';
import { hasFocus, listExpectedStops, tabThroughPage, tabTo } from '#tests/helpers/keyboard.ts';
import { EXPLAINER, FORM_PAGES } from '#tests/helpers/site-paths.ts';
import {
  createVisitor,
  findForm,
  findSubmissions,
  readReference,
} from '#tests/helpers/visitors.ts';

const PAGES = [
  '/',
  '/articles',
  EXPLAINER,
  '/stages',
  '/stages/supervised-detox',
  '/search?q=detox',
];

const openPage = async (path: string): Promise<Page> => {
  const page = await newPage({ reducedMotion: 'reduce' });
  await page.goto(path);
  return page;
};

describe('moves the focus with Tab through all controls of a page, in order and in view', () => {
  it.each([...PAGES, ...FORM_PAGES])('%s', async (path) => {
    const page = await openPage(path);
    const stops = await tabThroughPage(page);
    expect(
      stops.filter(({ hasOutline }) => !hasOutline).map(({ description }) => description),
    ).toEqual([]);
    expect(
      stops.filter(({ isVisible }) => !isVisible).map(({ description }) => description),
    ).toEqual([]);
    expect(stops.map(({ index }) => index)).toEqual(await listExpectedStops(page));
  });
});

it('skips to the text with the first link', async () => {
  const page = await openPage(EXPLAINER);
  await page.keyboard.press('Tab');
  const skipLink = page.getByRole('link', { name: 'Skip to the text' });
  expect(await hasFocus(skipLink)).toBe(true);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await hasFocus(page.locator('main a').first())).toBe(true);
});

it('opens the table of contents of an article, and follows a link in it', async () => {
  const page = await openPage(EXPLAINER);
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await tabTo(page, contents.locator('summary'));
  await page.keyboard.press('Enter');
  await tabTo(page, contents.getByRole('link', { name: 'Whom it suits' }));
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { name: 'Whom it suits' });
  const { top } = await heading.evaluate((element) => element.getBoundingClientRect());
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan(200);
  // The next Tab stop is after the heading.
  await page.keyboard.press('Tab');
  const isFocusAfter = (element: Element) =>
    element.compareDocumentPosition(document.activeElement ?? element) ===
    Node.DOCUMENT_POSITION_FOLLOWING;
  expect(await heading.evaluate(isFocusAfter)).toBe(true);
});

it('opens a stage in place with Enter, and closes it with Space', async () => {
  const page = await openPage(EXPLAINER);
  const stage = page.locator('details', { hasText: 'Supervised detox' }).last();
  await tabTo(page, stage.locator('summary'));
  await page.keyboard.press('Enter');
  expect(await stage.getAttribute('open')).toBe('');
  await page.keyboard.press('Tab');
  expect(await hasFocus(stage.getByRole('link', { name: 'Read about Supervised detox' }))).toBe(
    true,
  );
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  expect(await stage.getAttribute('open')).toBeNull();
});

it('chooses the color scheme with the arrow keys', async () => {
  const page = await openPage('/');
  await tabTo(page, page.getByRole('radio', { name: 'As on your device' }));
  const readScheme = () => page.evaluate(() => document.documentElement.dataset.scheme);
  const schemes: (string | undefined)[] = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowUp']) {
    await page.keyboard.press(key);
    schemes.push(await readScheme());
  }
  expect(schemes).toEqual(['light', 'dark', 'light', undefined]);
});

describe('fills in and sends a form', () => {
  it.each(SUBMISSION_KINDS)('%s', async (kind) => {
    const visitor = createVisitor(kind);
    const page = await openPage(`/requests/${kind}`);
    const form = findForm(page, kind);
    const button = form.locator('button[type=submit]');
    await tabTo(page, button);
    await page.keyboard.press('Enter');

    const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
    await summary.waitFor();
    expect(await hasFocus(summary)).toBe(true);
    const links = summary.getByRole('link');
    for (let number = (await links.count()) - 1; number >= 0; number -= 1) {
      await summary.focus();
      const field = String(await links.nth(number).getAttribute('href'));
      await tabTo(page, links.nth(number));
      await page.keyboard.press('Enter');
      // Chromium moves the focus to a fragment asynchronously.
      await expect.poll(() => hasFocus(page.locator(field))).toBe(true);
    }

    // The last link led to the first field; Tab from there to the button.
    const answers = new Map(Object.entries(visitor.fields));
    while (!(await hasFocus(button))) {
      await answerFocusedField(page, answers);
      await page.keyboard.press('Tab');
    }
    expect([...answers.keys()]).toEqual([]);
    await page.keyboard.press('Enter');
    const reference = await readReference(page, visitor);
    expect(await findSubmissions(visitor)).toMatchObject([{ ...visitor.stored, reference }]);
    await page.keyboard.press('Tab');
    expect(await hasFocus(page.getByRole('link', { name: 'Skip to the text' }))).toBe(true);
  });
});

/** Types the answer into the focused field, if there is one for its label, and removes it from `answers`. */
async function answerFocusedField(page: Page, answers: Map<string, string>): Promise<void> {
  const { label, type, name } = await page.evaluate(() => {
    const { labels, type, name } = document.activeElement as HTMLInputElement;
    return { label: labels?.[0]?.textContent ?? '', type, name };
  });
  if (name === 'consent') await page.keyboard.press('Space');
  // The second time: the first could pass before the form is sent.
  if (name === 'slot' && type === 'radio') await page.keyboard.press('ArrowDown');
  for (const [start, text] of answers) {
    if (!label.startsWith(start)) continue;
    await page.keyboard.type(text);
    answers.delete(start);
  }
}
