import { AxeBuilder } from '@axe-core/playwright';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** Beside all that axe looks for unasked: the size of targets (WCAG 2.2 AA), and a contrast of 7 to 1. */
const ALL = {
  rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } },
};

type Look = [scheme: 'light' | 'dark', RunOptions];

export const IN_LIGHT: Look = ['light', ALL];

/** In the dark, only colors are others. */
export const LOOKS: Look[] = [IN_LIGHT, ['dark', { runOnly: ['cat.color'] }]];

/**
 * What axe finds on a page, as `scheme, rule: where`; empty if nothing.
 * @param looks in which color schemes, and what is looked for in each
 * @param own rules that this page is looked at by in another way
 */
export async function axeProblemsOn(
  page: Page,
  looks: readonly Look[] = LOOKS,
  own: RunOptions['rules'] = {},
): Promise<string[]> {
  const problems: string[] = [];
  // Further down, what has scrolled halfway under the bar would count as a target that is too small.
  await page.evaluate(() => scrollTo({ top: 0 }));
  for (const [colorScheme, options] of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const rules = { ...options.rules, ...own };
    const { violations } = await new AxeBuilder({ page }).options({ ...options, rules }).analyze();
    for (const { id, nodes } of violations) {
      problems.push(...nodes.map(({ target }) => `${colorScheme}, ${id}: ${target.join(' ')}`));
    }
  }
  return problems;
}
