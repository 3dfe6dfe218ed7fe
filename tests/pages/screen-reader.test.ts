import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import { type AccessibleNode, readAccessibilityTree } from '#tests/helpers/accessibility-tree.ts';
import { newPage } from '#tests/helpers/browser.ts';
import { PAGE_KINDS } from '#tests/helpers/page-kinds.ts';

const ROLES_WITH_NAMES = [
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

const namesOf = (nodes: AccessibleNode[], role: string): string[] =>
  nodes.filter((node) => node.role === role).map(({ name }) => name);

/** Returns the link names that are ambiguous: links of the same name lead to different pages. */
function findAmbiguousLinks(nodes: AccessibleNode[]): [string, string[]][] {
  const targets = new Map<string, Set<string>>();
  for (const { role, name, url = '' } of nodes) {
    if (role !== 'link') continue;
    const target = new URL(url);
    // The same page, whichever page the visitor came from.
    target.searchParams.delete('from');
    targets.set(name, (targets.get(name) ?? new Set()).add(target.href));
  }
  return [...targets].filter(([, all]) => all.size > 1).map(([name, all]) => [name, [...all]]);
}

/** Returns the headings that skip a level after the previous one. */
const findSkippedLevels = (nodes: AccessibleNode[]): string[] => {
  const headings = nodes.filter(({ role }) => role === 'heading');
  return headings
    .filter(({ level = 0 }, index) => level > (headings[index - 1]?.level ?? 0) + 1)
    .map(({ name }) => name);
};

describe('has landmarks, headings and accessible names', () => {
  it.each(Object.entries(PAGE_KINDS))('%s', async (_, openPage) => {
    const page = await newPage();
    await openPage(page);
    const nodes = await readAccessibilityTree(page);
    for (const landmark of ['banner', 'main', 'contentinfo']) {
      expect(namesOf(nodes, landmark)).toHaveLength(1);
    }
    expect(namesOf(nodes, 'complementary')).toEqual(['Crisis lines']);
    const navigations = namesOf(nodes, 'navigation');
    expect(navigations).toContain('Main');
    expect(new Set(navigations).size).toBe(navigations.length);
    expect(nodes.filter(({ role, level }) => role === 'heading' && level === 1)).toHaveLength(1);
    expect(findSkippedLevels(nodes)).toEqual([]);
    expect(
      nodes.filter(({ role, name }) => ROLES_WITH_NAMES.includes(role) && !name.trim()),
    ).toEqual([]);
    expect(findAmbiguousLinks(nodes)).toEqual([]);
  });
});

const findCurrent = (page: Page, scope: string): Promise<string[]> =>
  page.locator(`${scope} [aria-current]`).evaluateAll((all) =>
    all.map((element) => {
      const title = element.querySelector('span + * a, summary span, a') ?? element;
      return `${element.getAttribute('aria-current')}: ${title.textContent}`;
    }),
  );

it('marks the current stage and page for screen readers', async () => {
  const page = await newPage();
  await page.goto('/stages/supervised-detox');
  expect(await findCurrent(page, 'main')).toEqual(['step: Supervised detox']);
  expect(await findCurrent(page, 'header')).toEqual(['true: The way']);
  await page.goto('/articles');
  expect(await findCurrent(page, 'header')).toEqual(['page: Articles']);
  await page.goto('/articles/understanding-intensive-outpatient-treatment');
  expect(await findCurrent(page, 'main')).toEqual(['step: Intensive outpatient program']);
});

describe('a form announces its status and errors', () => {
  it.each(SUBMISSION_KINDS)('%s', async (kind) => {
    const page = await newPage();
    await page.goto(`/requests/${kind}`);
    // Live regions have to exist before their text appears.
    expect(namesOf(await readAccessibilityTree(page), 'status')).toHaveLength(1);
    const form = page.locator(`form[data-request=${kind}]`);
    expect(await form.locator('[role=alert][hidden]').count()).toBe(2);

    await PAGE_KINDS[`${kind}-errors`]?.(page);
    const nodes = await readAccessibilityTree(page);
    expect(namesOf(nodes, 'alert')).toEqual(['There is a problem']);
    const messages = await form.locator('[data-error-for]:visible').allTextContents();
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      const described = nodes.filter(({ description }) => description.endsWith(message));
      expect(described).toHaveLength(1);
      // `aria-invalid` is not allowed on a group.
      expect(described[0]?.invalid || described[0]?.role === 'group').toBe(true);
      expect(nodes).toContainEqual(expect.objectContaining({ role: 'link', name: message }));
    }
  });
});
