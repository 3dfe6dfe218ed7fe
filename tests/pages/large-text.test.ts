import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { newPage, openWithFonts } from '#tests/helpers/browser.ts';
import { type OpenPage, PAGE_KINDS } from '#tests/helpers/page-kinds.ts';

const kinds = Object.entries(PAGE_KINDS);

/** Returns how far a page overflows the viewport sideways, in pixels. */
const measureOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const SMALL = { viewport: { width: 360, height: 740 } };

const doubleFontSize = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const root = document.documentElement;
    root.style.fontSize = `${2 * Number.parseFloat(getComputedStyle(root).fontSize)}px`;
  });

describe('does not overflow', () => {
  it.each(kinds)('%s at 400 % zoom', async (_, openPage) => {
    // A screen of 1280 × 1024 pixels at 400 %.
    const page = await newPage({ viewport: { width: 320, height: 256 } });
    await openWithFonts(page, openPage);
    expect(await measureOverflow(page)).toBe(0);
  });

  it.each(kinds)('%s with 200 % font size', async (_, openPage) => {
    const page = await newPage(SMALL);
    await openWithFonts(page, openPage);
    await doubleFontSize(page);
    expect(await measureOverflow(page)).toBe(0);
  });
});

describe('on a phone, each time slot has two lines: the time, and AM or PM below it', () => {
  /** Returns the distinct line counts of the time slots on the open day. */
  const countLinesOfSlots = async (page: Page): Promise<Set<number>> =>
    new Set(
      await page.locator('[data-slots] details[open] time').evaluateAll((times) =>
        times.map((time) => {
          const range = document.createRange();
          range.selectNodeContents(time);
          return range.getClientRects().length;
        }),
      ),
    );

  it.each(['schedule-call', 'schedule-call-errors'] as const)('%s', async (kind) => {
    const page = await newPage({ viewport: { width: 320, height: 640 } });
    await openWithFonts(page, PAGE_KINDS[kind] as OpenPage);
    for (const width of [320, 360, 412]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await countLinesOfSlots(page), `${width}`).toEqual(new Set([2]));
    }
    await doubleFontSize(page);
    for (const width of [320, 360, 412]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await countLinesOfSlots(page), `${width}, large`).toEqual(new Set([2]));
    }
  });
});
