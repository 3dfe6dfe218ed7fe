import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { newPage, openWithFonts } from '#tests/helpers/browser.ts';
import {
  ARTICLE_PARTS,
  openExplainer,
  PAGE_KINDS,
  UNAVAILABLE_PAGE_KINDS,
} from '#tests/helpers/page-kinds.ts';
import { comparePictures, PHONE, SCHEMES, WIDE_SCREENS } from '#tests/helpers/page-pictures.ts';
import { REFERENCES } from '#tests/helpers/screenshots.ts';

/** They take minutes: `npm test` compares the phone's pictures alone, with the other checks of each page. */
describe.runIf(process.env.PICTURES).each(WIDE_SCREENS)('$width px wide', (viewport) => {
  it.each(Object.entries(PAGE_KINDS))('%s, light and dark', async (kind, openPage) => {
    const page = await newPage({ viewport, reducedMotion: 'reduce' });
    await openWithFonts(page, openPage);
    expect(await comparePictures(page, kind)).toEqual([]);
  });
});

it('further down in an article, light and dark', async () => {
  const page = await newPage({ viewport: PHONE, reducedMotion: 'reduce' });
  await openWithFonts(page, openExplainer);
  const differences: string[] = [];
  for (const [part, heading] of Object.entries(ARTICLE_PARTS)) {
    const named = page.getByRole('heading', { name: heading, exact: true });
    const section = page.locator('main section').filter({ has: named });
    differences.push(...(await comparePictures(page, `article-${part}`, section)));
  }
  expect(differences).toEqual([]);
});

it('there is no reference picture of a removed page', async () => {
  const kinds = Object.keys({ ...PAGE_KINDS, ...UNAVAILABLE_PAGE_KINDS });
  const parts = Object.keys(ARTICLE_PARTS).map((part) => `article-${part}-${PHONE.width}`);
  const pages = [PHONE, ...WIDE_SCREENS].flatMap(({ width }) =>
    kinds.map((kind) => `${kind}-${width}`),
  );
  const names = [...pages, ...parts].flatMap((name) =>
    SCHEMES.map((scheme) => `${name}-${scheme}.webp`),
  );
  expect((await readdir(REFERENCES)).sort()).toEqual(names.sort());
});
