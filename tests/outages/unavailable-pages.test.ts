import { describe, expect, it, onTestFinished } from 'vitest';
import { axeProblemsOn } from '#tests/helpers/axe-in-browser.ts';
import { newPage, openWithFonts, site } from '#tests/helpers/browser.ts';
import { expectNothingStored } from '#tests/helpers/browser-storage.ts';
import { htmlErrors } from '#tests/helpers/html-errors.ts';
import { UNAVAILABLE_PAGE_KINDS } from '#tests/helpers/page-kinds.ts';
import { comparePictures, PHONE, WIDE_SCREENS } from '#tests/helpers/page-pictures.ts';
import { suspendWeb } from '#tests/helpers/processes.ts';

const screens = process.env.PICTURES ? [PHONE, ...WIDE_SCREENS] : [PHONE];

describe('while the web process does not respond, stores nothing, is valid and accessible, and looks as it should', () => {
  it.each(Object.entries(UNAVAILABLE_PAGE_KINDS))('%s', async (kind, openPage) => {
    onTestFinished(await suspendWeb(site));
    const page = await newPage({ viewport: PHONE, reducedMotion: 'reduce' });
    await openWithFonts(page, openPage);
    await expectNothingStored(page);
    expect(await htmlErrors(await page.content())).toEqual([]);
    expect(await axeProblemsOn(page)).toEqual([]);
    for (const screen of screens) {
      await page.setViewportSize(screen);
      expect(await comparePictures(page, kind)).toEqual([]);
    }
  });
});
