import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { arriveWithFonts, newVisitor } from '#tests/helpers/browser.ts';
import { type Arrive, PAGE_KINDS } from '#tests/helpers/page-kinds.ts';

const kinds = Object.entries(PAGE_KINDS);

/** How far a page reaches beyond the edge of the screen, in pixels. */
const beyondEdge = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const SMALL = { viewport: { width: 360, height: 740 } };

const doubleLetters = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const root = document.documentElement;
    root.style.fontSize = `${2 * Number.parseFloat(getComputedStyle(root).fontSize)}px`;
  });

describe('nothing is cut off', () => {
  it.each(kinds)('%s at four times its size', async (_, arrive) => {
    // What is left of a screen of 1280 pixels.
    const page = await newVisitor({ viewport: { width: 320, height: 256 } });
    await arriveWithFonts(page, arrive);
    expect(await beyondEdge(page)).toBe(0);
  });

  it.each(kinds)('%s with letters of twice their size', async (_, arrive) => {
    const page = await newVisitor(SMALL);
    await arriveWithFonts(page, arrive);
    await doubleLetters(page);
    expect(await beyondEdge(page)).toBe(0);
  });
});

describe('on a phone, each time for a call is a number and the half of the day below it', () => {
  /** In how many lines each time stands, on the day that is open. */
  const linesOfTimes = async (page: Page): Promise<Set<number>> =>
    new Set(
      await page.locator('[data-slots] details[open] time').evaluateAll((times) =>
        times.map((time) => {
          const words = document.createRange();
          words.selectNodeContents(time);
          return words.getClientRects().length;
        }),
      ),
    );

  it.each(['schedule-call', 'schedule-call-errors'] as const)('%s', async (kind) => {
    const page = await newVisitor({ viewport: { width: 320, height: 640 } });
    await arriveWithFonts(page, PAGE_KINDS[kind] as Arrive);
    for (const width of [320, 360, 412]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await linesOfTimes(page), `${width}`).toEqual(new Set([2]));
    }
    await doubleLetters(page);
    for (const width of [320, 360, 412]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await linesOfTimes(page), `${width}, large`).toEqual(new Set([2]));
    }
  });
});
