import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arriveWithFonts, newVisitor } from '#tests/helpers/browser.ts';
import {
  ARTICLE_PARTS,
  type Arrive,
  PAGE_KINDS,
  PAGE_KINDS_AWAY,
  toExplainer,
} from '#tests/helpers/page-kinds.ts';
import { differenceOf, REFERENCES } from '#tests/helpers/picture.ts';
import { holdWeb } from '#tests/helpers/processes.ts';
import type { OwnSite } from '#tests/helpers/running-site.ts';
import { startStillSite } from '#tests/helpers/still-site.ts';
import { stillWords } from '#tests/helpers/still-words.ts';

const PHONE = { width: 360, height: 740 };
const SCREENS = [PHONE, { width: 768, height: 1024 }, { width: 1280, height: 900 }];

/** All of them take minutes: with the other tests, those of a phone are looked at. */
const LOOKED_AT = process.env.PICTURES ? SCREENS : [PHONE];

const SCHEMES = ['light', 'dark'] as const;

let still: OwnSite;

// What other tests publish stands on the site that they share.
beforeAll(async () => {
  still = await startStillSite();
}, 240_000);

afterAll(() => still?.stop());

/** @param heading of the part that the picture is of, where it is not of the page from its top */
async function expectPictures(
  kind: string,
  viewport: (typeof SCREENS)[number],
  arrive: Arrive,
  heading?: string,
) {
  const page = await newVisitor({ baseURL: still.url, viewport, reducedMotion: 'reduce' });
  await arriveWithFonts(page, arrive);
  await stillWords(page);
  const named = heading && page.getByRole('heading', { name: heading, exact: true });
  const part = named ? page.locator('main section').filter({ has: named }) : undefined;
  const differences: (string | undefined)[] = [];
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    differences.push(await differenceOf(page, `${kind}-${viewport.width}-${colorScheme}`, part));
  }
  expect(differences.filter(Boolean)).toEqual([]);
}

describe.each(LOOKED_AT)('$width px wide, light and dark', (screen) => {
  it.each(Object.entries(PAGE_KINDS))('%s', (kind, arrive) => expectPictures(kind, screen, arrive));
});

describe('further down in an article, light and dark', () => {
  it.each(Object.entries(ARTICLE_PARTS))('%s', (part, heading) =>
    expectPictures(`article-${part}`, PHONE, toExplainer, heading),
  );
});

describe('while nobody can make a page', () => {
  let release: () => Promise<void>;

  beforeAll(async () => {
    release = await holdWeb(still);
  });

  afterAll(() => release());

  describe.each(LOOKED_AT)('$width px wide, light and dark', (screen) => {
    it.each(Object.entries(PAGE_KINDS_AWAY))('%s', (kind, arrive) =>
      expectPictures(kind, screen, arrive),
    );
  });
});

it('no picture is of a page that is not there any more', async () => {
  const kinds = Object.keys({ ...PAGE_KINDS, ...PAGE_KINDS_AWAY });
  const parts = Object.keys(ARTICLE_PARTS).map((part) => `article-${part}-${PHONE.width}`);
  const pages = SCREENS.flatMap(({ width }) => kinds.map((kind) => `${kind}-${width}`));
  const names = [...pages, ...parts].flatMap((name) =>
    SCHEMES.map((scheme) => `${name}-${scheme}.webp`),
  );
  expect((await readdir(REFERENCES)).sort()).toEqual(names.sort());
});
