import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import { newVisitor } from '#tests/helpers/browser.ts';
import { type Heard, heardOn } from '#tests/helpers/heard.ts';
import { PAGE_KINDS } from '#tests/helpers/page-kinds.ts';

const WITH_NAMES = [
  'button',
  'checkbox',
  'combobox',
  'DisclosureTriangle',
  'link',
  'navigation',
  'radio',
  'region',
  'searchbox',
  'textbox',
];

const named = (heard: Heard[], role: string): string[] =>
  heard.filter((one) => one.role === role).map(({ name }) => name);

/** Each name of a link with the places that links of that name lead to, where these are several. */
function unclear(heard: Heard[]): [string, string[]][] {
  const places = new Map<string, Set<string>>();
  for (const { role, name, url = '' } of heard) {
    if (role !== 'link') continue;
    const place = new URL(url);
    // Where the visitor came from changes nothing of where the link leads.
    place.searchParams.delete('from');
    places.set(name, (places.get(name) ?? new Set()).add(place.href));
  }
  return [...places].filter(([, all]) => all.size > 1).map(([name, all]) => [name, [...all]]);
}

/** Headings that stand more than a level below the one before. */
const skipped = (heard: Heard[]): string[] => {
  const headings = heard.filter(({ role }) => role === 'heading');
  return headings
    .filter(({ level = 0 }, index) => level > (headings[index - 1]?.level ?? 0) + 1)
    .map(({ name }) => name);
};

describe('a page is understood by its landmarks, headings and names', () => {
  it.each(Object.entries(PAGE_KINDS))('%s', async (_, arrive) => {
    const page = await newVisitor();
    await arrive(page);
    const heard = await heardOn(page);
    for (const landmark of ['banner', 'main', 'contentinfo']) {
      expect(named(heard, landmark)).toHaveLength(1);
    }
    expect(named(heard, 'complementary')).toEqual(['Crisis lines']);
    const ways = named(heard, 'navigation');
    expect(ways).toContain('Main');
    expect(new Set(ways).size).toBe(ways.length);
    expect(heard.filter(({ role, level }) => role === 'heading' && level === 1)).toHaveLength(1);
    expect(skipped(heard)).toEqual([]);
    expect(heard.filter(({ role, name }) => WITH_NAMES.includes(role) && !name.trim())).toEqual([]);
    expect(unclear(heard)).toEqual([]);
  });
});

const current = (page: Page, scope: string): Promise<string[]> =>
  page.locator(`${scope} [aria-current]`).evaluateAll((all) =>
    all.map((one) => {
      const title = one.querySelector('span + * a, summary span, a') ?? one;
      return `${one.getAttribute('aria-current')}: ${title.textContent}`;
    }),
  );

it('where a reader is on the way and on the site is told', async () => {
  const page = await newVisitor();
  await page.goto('/stages/supervised-detox');
  expect(await current(page, 'main')).toEqual(['step: Supervised detox']);
  expect(await current(page, 'header')).toEqual(['true: The way']);
  await page.goto('/articles');
  expect(await current(page, 'header')).toEqual(['page: Articles']);
  await page.goto('/articles/understanding-intensive-outpatient-treatment');
  expect(await current(page, 'main')).toEqual(['step: Intensive outpatient program']);
});

describe('a form tells what happens to it', () => {
  it.each(SUBMISSION_KINDS)('%s', async (kind) => {
    const page = await newVisitor();
    await page.goto(`/requests/${kind}`);
    // What will be told has its place before there is anything to tell.
    expect(named(await heardOn(page), 'status')).toHaveLength(1);
    const form = page.locator(`form[data-request=${kind}]`);
    expect(await form.locator('[role=alert][hidden]').count()).toBe(2);

    await PAGE_KINDS[`${kind}-errors`]?.(page);
    const heard = await heardOn(page);
    expect(named(heard, 'alert')).toEqual(['There is a problem']);
    const messages = await form.locator('[data-error-for]:visible').allTextContents();
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      const told = heard.filter(({ description }) => description.endsWith(message));
      expect(told).toHaveLength(1);
      // A group is not one field that could be wrong.
      expect(told[0]?.invalid || told[0]?.role === 'group').toBe(true);
      expect(heard).toContainEqual(expect.objectContaining({ role: 'link', name: message }));
    }
  });
});
