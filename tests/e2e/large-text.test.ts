import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { FORM_PAGES, MISSING_PAGES, sharedPages } from '#tests/helpers/addresses.ts';
import { newVisitor } from '#tests/helpers/browser.ts';

const pages = [...(await sharedPages()), ...FORM_PAGES, ...MISSING_PAGES.slice(0, 1)];

/** How far a page reaches beyond the edge of the screen, in pixels. */
const beyondEdge = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe('nothing is cut off', () => {
  it.each(pages)('%s at four times its size', async (path) => {
    // What is left of a screen of 1280 pixels.
    const page = await newVisitor({ viewport: { width: 320, height: 256 } });
    await page.goto(path);
    expect(await beyondEdge(page)).toBe(0);
  });

  it.each(pages)('%s with letters of twice their size', async (path) => {
    const page = await newVisitor();
    await page.goto(path);
    await page.evaluate(() => {
      const root = document.documentElement;
      root.style.fontSize = `${2 * Number.parseFloat(getComputedStyle(root).fontSize)}px`;
    });
    expect(await beyondEdge(page)).toBe(0);
  });
});
