import { expect, it } from 'vitest';
import { newPage, openWithFonts } from '#tests/helpers/browser.ts';
import { CONTENT_PAGE_KINDS } from '#tests/helpers/page-kinds.ts';
import { PHONE } from '#tests/helpers/page-pictures.ts';
import { findPageProblems, NO_PROBLEMS } from '#tests/helpers/page-problems.ts';

it.each(Object.entries(CONTENT_PAGE_KINDS))('%s has no problems', async (kind, openPage) => {
  const page = await newPage({ viewport: PHONE, reducedMotion: 'reduce' });
  await openWithFonts(page, openPage);
  expect(await findPageProblems(page, kind)).toEqual(NO_PROBLEMS);
});
