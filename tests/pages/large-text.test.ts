import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { arriveWithFonts, newVisitor } from '#tests/helpers/browser.ts';
import { PAGE_KINDS } from '#tests/helpers/page-kinds.ts';

const kinds = Object.entries(PAGE_KINDS);

/** How far a page reaches beyond the edge of the screen, in pixels. */
const beyondEdge = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe('nothing is cut off', () => {
  it.each(kinds)('%s at four times its size', async (_, arrive) => {
    // What is left of a screen of 1280 pixels.
    const page = await newVisitor({ viewport: { width: 320, height: 256 } });
    await arriveWithFonts(page, arrive);
    expect(await beyondEdge(page)).toBe(0);
  });

  it.each(kinds)('%s with letters of twice their size', async (_, arrive) => {
    const page = await newVisitor({ viewport: { width: 360, height: 740 } });
    await arriveWithFonts(page, arrive);
    await page.evaluate(() => {
      const root = document.documentElement;
      root.style.fontSize = `${2 * Number.parseFloat(getComputedStyle(root).fontSize)}px`;
    });
    expect(await beyondEdge(page)).toBe(0);
  });
});
