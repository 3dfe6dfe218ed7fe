import type { Page } from 'playwright-core';
import { type AccessibleNode, namesOf, readAccessibilityTree } from './accessibility-tree.ts';

const LANDMARKS = ['banner', 'main', 'contentinfo'];

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

/** Returns what makes a page hard to find one's way in with a screen reader, a sentence each. */
export async function screenReaderProblems(page: Page): Promise<string[]> {
  const nodes = await readAccessibilityTree(page);
  const problems: string[] = [];
  for (const landmark of LANDMARKS) {
    const count = namesOf(nodes, landmark).length;
    if (count !== 1) problems.push(`There are ${count} landmarks “${landmark}”.`);
  }
  const complementary = namesOf(nodes, 'complementary');
  if (complementary.join() !== 'Crisis lines')
    problems.push(`The complementary parts are: ${complementary.join(', ')}.`);
  const navigations = namesOf(nodes, 'navigation');
  if (!navigations.includes('Main')) problems.push('There is no navigation “Main”.');
  if (new Set(navigations).size < navigations.length)
    problems.push(`Two navigations have one name: ${navigations.join(', ')}.`);
  const headings = nodes.filter(({ role }) => role === 'heading');
  const titles = headings.filter(({ level }) => level === 1);
  if (titles.length !== 1) problems.push(`There are ${titles.length} headings of level 1.`);
  for (const name of findSkippedLevels(headings))
    problems.push(`The heading “${name}” skips a level.`);
  for (const { role } of nodes.filter(
    (node) => ROLES_WITH_NAMES.includes(node.role) && !node.name.trim(),
  ))
    problems.push(`A ${role} has no name.`);
  for (const [name, targets] of findAmbiguousLinks(nodes))
    problems.push(`Links “${name}” lead to ${targets.join(' and ')}.`);
  return problems;
}

/** Returns the headings that skip a level after the previous one. */
const findSkippedLevels = (headings: AccessibleNode[]): string[] =>
  headings
    .filter(({ level = 0 }, index) => level > (headings[index - 1]?.level ?? 0) + 1)
    .map(({ name }) => name);

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
