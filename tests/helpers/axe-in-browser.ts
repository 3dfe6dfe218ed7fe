import { AxeBuilder } from '@axe-core/playwright';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** Beyond axe's default rules: the size of targets (WCAG 2.2 AA), and a contrast of 7:1 (AAA). */
const ALL_RULES = {
  rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } },
};

type SchemeOptions = [scheme: 'light' | 'dark', RunOptions];

export const LIGHT: SchemeOptions = ['light', ALL_RULES];

/** In the dark scheme, only colors differ, so only they are checked. */
export const LIGHT_AND_DARK: SchemeOptions[] = [LIGHT, ['dark', { runOnly: ['cat.color'] }]];

/**
 * Returns the accessibility problems that axe finds on a page, each as `scheme, rule: selector`.
 * @param schemes color schemes to check, with axe's options for each
 * @param ownRules rules that differ for this page
 */
export async function axeProblemsOn(
  page: Page,
  schemes: readonly SchemeOptions[] = LIGHT_AND_DARK,
  ownRules: RunOptions['rules'] = {},
): Promise<string[]> {
  const problems: string[] = [];
  // After scrolling, a target halfway under the sticky bar would count as too small.
  await page.evaluate(() => scrollTo({ top: 0 }));
  for (const [colorScheme, options] of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const rules = { ...options.rules, ...ownRules };
    const { violations } = await new AxeBuilder({ page }).options({ ...options, rules }).analyze();
    for (const { id, nodes } of violations) {
      problems.push(...nodes.map(({ target }) => `${colorScheme}, ${id}: ${target.join(' ')}`));
    }
  }
  return problems;
}
