import { AxeBuilder } from '@axe-core/playwright';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { FORM_PAGES } from '#tests/helpers/addresses.ts';
import { DESK, newVisitor, withoutOurScript } from '#tests/helpers/browser.ts';
import { PAGE_KINDS } from '#tests/helpers/page-kinds.ts';

/** Beside all that axe looks for unasked: the size of targets (WCAG 2.2 AA), and a contrast of 7 to 1. */
const ALL = {
  rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } },
};

/** In the dark, only colors are others. */
const LOOKS: [scheme: 'light' | 'dark', RunOptions][] = [
  ['light', ALL],
  ['dark', { runOnly: ['cat.color'] }],
];

/** What axe finds on a page, in each color scheme. */
async function problemsOf(page: Page, own: RunOptions['rules'] = {}): Promise<string[]> {
  const problems: string[] = [];
  // Further down, what has scrolled halfway under the bar would count as a target that is too small.
  await page.evaluate(() => scrollTo({ top: 0 }));
  for (const [colorScheme, options] of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const rules = { ...options.rules, ...own };
    const { violations } = await new AxeBuilder({ page }).options({ ...options, rules }).analyze();
    for (const { id, nodes } of violations) {
      problems.push(...nodes.map(({ target }) => `${colorScheme}, ${id}: ${target.join(' ')}`));
    }
  }
  return problems;
}

describe('axe finds nothing, light or dark', () => {
  it.each(Object.entries(PAGE_KINDS))('%s', async (_, arrive) => {
    const page = await newVisitor();
    await arrive(page);
    expect(await problemsOf(page)).toEqual([]);
  });

  it('/gallery', async () => {
    const page = await newVisitor(DESK);
    await page.goto('/gallery');
    // A bar of the gallery stays in front of what is not its page.
    expect(await problemsOf(page, { 'target-size': { enabled: false } })).toEqual([]);
  });

  it.each(FORM_PAGES)('%s with all its errors, without our script', async (path) => {
    const page = await newVisitor();
    // axe is a script: it is our own that has to be away.
    await withoutOurScript(page);
    await page.goto(path);
    await page.locator('form[data-request] button[type=submit]').click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
  });
});
