import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { FORM_PAGES, MISSING_PAGES, sharedPages } from '#tests/helpers/addresses.ts';
import { DESK, newVisitor, withoutOurScript } from '#tests/helpers/browser.ts';

const pages = [...(await sharedPages()), ...FORM_PAGES, ...MISSING_PAGES.slice(0, 1), '/gallery'];

/** What axe finds on a page, in each colour scheme. */
async function problemsOf(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { id, nodes } of violations) {
      problems.push(...nodes.map(({ target }) => `${colorScheme}, ${id}: ${target.join(' ')}`));
    }
  }
  return problems;
}

describe('axe finds nothing, light or dark', () => {
  it.each(pages)('%s', async (path) => {
    const page = await newVisitor(path === '/gallery' ? DESK : {});
    await page.goto(path);
    expect(await problemsOf(page)).toEqual([]);
  });

  it.each(FORM_PAGES)('%s with all its errors', async (path) => {
    const page = await newVisitor();
    // axe is a script: it is our own that has to be away.
    await withoutOurScript(page);
    await page.goto(path);
    await page.locator('form[data-request] button[type=submit]').click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
  });
});
