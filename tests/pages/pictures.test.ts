import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPage, openWithFonts } from '#tests/helpers/browser.ts';
import { startFixedClockSite } from '#tests/helpers/fixed-clock-site.ts';
import { maskRandomText } from '#tests/helpers/mask-random-text.ts';
import {
  ARTICLE_PARTS,
  type OpenPage,
  openExplainer,
  PAGE_KINDS,
  UNAVAILABLE_PAGE_KINDS,
} from '#tests/helpers/page-kinds.ts';
import { suspendWeb } from '#tests/helpers/processes.ts';
import type { StartedSite } from '#tests/helpers/running-site.ts';
import { compareWithReference, REFERENCES } from '#tests/helpers/screenshots.ts';

const PHONE = { width: 360, height: 740 };
const SCREENS = [PHONE, { width: 768, height: 1024 }, { width: 1280, height: 900 }];

/** All widths take minutes: `npm test` checks the phone alone. */
const CHECKED_SCREENS = process.env.PICTURES ? SCREENS : [PHONE];

const SCHEMES = ['light', 'dark'] as const;

let fixedClockSite: StartedSite;

// The shared site changes with the documents that other tests publish.
beforeAll(async () => {
  fixedClockSite = await startFixedClockSite();
}, 240_000);

afterAll(() => fixedClockSite?.stop());

/** @param heading takes the picture of the section with this heading, instead of the page from its top */
async function expectPictures(
  kind: string,
  viewport: (typeof SCREENS)[number],
  openPage: OpenPage,
  heading?: string,
) {
  const page = await newPage({ baseURL: fixedClockSite.url, viewport, reducedMotion: 'reduce' });
  await openWithFonts(page, openPage);
  await maskRandomText(page);
  const named = heading && page.getByRole('heading', { name: heading, exact: true });
  const part = named ? page.locator('main section').filter({ has: named }) : undefined;
  const differences: (string | undefined)[] = [];
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    differences.push(
      await compareWithReference(page, `${kind}-${viewport.width}-${colorScheme}`, part),
    );
  }
  expect(differences.filter(Boolean)).toEqual([]);
}

describe.each(CHECKED_SCREENS)('$width px wide, light and dark', (screen) => {
  it.each(Object.entries(PAGE_KINDS))('%s', (kind, openPage) =>
    expectPictures(kind, screen, openPage),
  );
});

describe('further down in an article, light and dark', () => {
  it.each(Object.entries(ARTICLE_PARTS))('%s', (part, heading) =>
    expectPictures(`article-${part}`, PHONE, openExplainer, heading),
  );
});

describe('while the web process is unavailable', () => {
  let release: () => Promise<void>;

  beforeAll(async () => {
    release = await suspendWeb(fixedClockSite);
  });

  afterAll(() => release());

  describe.each(CHECKED_SCREENS)('$width px wide, light and dark', (screen) => {
    it.each(Object.entries(UNAVAILABLE_PAGE_KINDS))('%s', (kind, openPage) =>
      expectPictures(kind, screen, openPage),
    );
  });
});

it('there is no reference picture of a removed page', async () => {
  const kinds = Object.keys({ ...PAGE_KINDS, ...UNAVAILABLE_PAGE_KINDS });
  const parts = Object.keys(ARTICLE_PARTS).map((part) => `article-${part}-${PHONE.width}`);
  const pages = SCREENS.flatMap(({ width }) => kinds.map((kind) => `${kind}-${width}`));
  const names = [...pages, ...parts].flatMap((name) =>
    SCHEMES.map((scheme) => `${name}-${scheme}.webp`),
  );
  expect((await readdir(REFERENCES)).sort()).toEqual(names.sort());
});
