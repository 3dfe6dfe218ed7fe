import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { newPage, openWithFonts } from '#tests/helpers/browser.ts';
import { FORM_PAGE_KINDS, type OpenPage } from '#tests/helpers/page-kinds.ts';
import { doubleFontSize } from '#tests/helpers/page-problems.ts';

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
    await openWithFonts(page, FORM_PAGE_KINDS[kind] as OpenPage);
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
