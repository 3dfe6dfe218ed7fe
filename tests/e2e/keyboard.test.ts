import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import { EXPLAINER, FORM_PAGES } from '#tests/helpers/addresses.ts';
import { newVisitor } from '#tests/helpers/browser.ts';
import { hasFocus, places, tabTo, walk } from '#tests/helpers/keyboard.ts';
import { formOn, receiptOn, requestsOf, visitorFor } from '#tests/helpers/visitors.ts';

const PAGES = [
  '/',
  '/articles',
  EXPLAINER,
  '/stages',
  '/stages/supervised-detox',
  '/search?q=detox',
];

const open = async (path: string): Promise<Page> => {
  const page = await newVisitor({ reducedMotion: 'reduce' });
  await page.goto(path);
  return page;
};

describe('Tab leads through a page from its top to its foot, past everything, each stop in sight', () => {
  it.each([...PAGES, ...FORM_PAGES])('%s', async (path) => {
    const page = await open(path);
    const stops = await walk(page);
    expect(stops.filter(({ marked }) => !marked).map(({ what }) => what)).toEqual([]);
    expect(stops.filter(({ seen }) => !seen).map(({ what }) => what)).toEqual([]);
    expect(stops.map(({ place }) => place)).toEqual(await places(page));
  });
});

it('the first stop leads past all that is the same on every page', async () => {
  const page = await open(EXPLAINER);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  expect(await hasFocus(skip)).toBe(true);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await hasFocus(page.locator('main a').first())).toBe(true);
});

it('the parts of an article are a list that opens, and each leads there', async () => {
  const page = await open(EXPLAINER);
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await tabTo(page, contents.locator('summary'));
  await page.keyboard.press('Enter');
  await tabTo(page, contents.getByRole('link', { name: 'Whom it suits' }));
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { name: 'Whom it suits' });
  const { top } = await heading.evaluate((it) => it.getBoundingClientRect());
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan(200);
  // What comes next is behind the heading.
  await page.keyboard.press('Tab');
  const isBehind = (it: Element) =>
    it.compareDocumentPosition(document.activeElement ?? it) === Node.DOCUMENT_POSITION_FOLLOWING;
  expect(await heading.evaluate(isBehind)).toBe(true);
});

it('a stage opens in its place by Enter, and closes by Space', async () => {
  const page = await open(EXPLAINER);
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

it('light and dark are chosen with the arrows', async () => {
  const page = await open('/');
  await tabTo(page, page.getByRole('radio', { name: 'As on your device' }));
  const scheme = () => page.evaluate(() => document.documentElement.dataset.scheme);
  const seen: (string | undefined)[] = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowUp']) {
    await page.keyboard.press(key);
    seen.push(await scheme());
  }
  expect(seen).toEqual(['light', 'dark', 'light', undefined]);
});

describe('a form is answered and sent without a mouse', () => {
  it.each(SUBMISSION_KINDS)('%s', async (kind) => {
    const one = visitorFor(kind);
    const page = await open(`/requests/${kind}`);
    const form = formOn(page, kind);
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
      // Chromium goes to a fragment when it has a moment for it.
      await expect.poll(() => hasFocus(page.locator(field))).toBe(true);
    }

    // From the first field, where the last link led to, to the button.
    const answers = new Map(Object.entries(one.fields));
    while (!(await hasFocus(button))) {
      await answer(page, answers);
      await page.keyboard.press('Tab');
    }
    expect([...answers.keys()]).toEqual([]);
    await page.keyboard.press('Enter');
    const reference = await receiptOn(page, one);
    expect(await requestsOf(one)).toMatchObject([{ ...one.stored, reference }]);
    await page.keyboard.press('Tab');
    expect(await hasFocus(page.getByRole('link', { name: 'Skip to the text' }))).toBe(true);
  });
});

/** Does with the field that has the focus what the visitor would, if anything. */
async function answer(page: Page, answers: Map<string, string>): Promise<void> {
  const { label, type, name } = await page.evaluate(() => {
    const { labels, type, name } = document.activeElement as HTMLInputElement;
    return { label: labels?.[0]?.textContent ?? '', type, name };
  });
  if (name === 'consent' || (name === 'slot' && type === 'radio')) {
    await page.keyboard.press('Space');
  }
  for (const [words, text] of answers) {
    if (!label.startsWith(words)) continue;
    await page.keyboard.type(text);
    answers.delete(words);
  }
}
