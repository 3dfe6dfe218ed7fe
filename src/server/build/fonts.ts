import { mkdir, readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { inRoot } from '#platform/process/root.ts';
import { fingerprint } from './fingerprint.ts';
import { isCurrent, stamped } from './stamp.ts';

const FOLDER = inRoot('src/site/styles/fonts');
const STAMP = inRoot('src/site/styles/fonts/made-from');
const PACKAGES = 'node_modules/@fontsource-variable';

interface Font {
  to: string;
  format: 'woff2' | 'truetype';
  from: string;
  axes: Record<string, number | { min: number; max: number }>;
}

const range = (from: number, to: number): string =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));

/** What English is written with: Latin-1 and the typographer's marks. Neither family has arrows. */
const CHARACTERS = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}Œœ–—‘’‚“”„•…‹›€™−\u2009\u200a\u202f`;

/** What the site's CSS and English set in type make use of. */
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'liga', 'calt', 'lnum', 'tnum'];

const SERIF = {
  from: 'newsreader/files/newsreader-latin-standard-normal.woff2',
  // One weight, and letterforms drawn for the size of headings.
  axes: { wght: 600, opsz: 32 },
};

const FONTS: Font[] = [
  {
    to: 'sans.woff2',
    format: 'woff2',
    from: 'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    axes: { wght: { min: 400, max: 700 } },
  },
  {
    to: 'serif.woff2',
    format: 'woff2',
    ...SERIF,
  },
  {
    // What draws the cards of shared links reads no other format.
    to: 'card.ttf',
    format: 'truetype',
    ...SERIF,
  },
];

/** Cuts the two families down to what the site shows, if that has changed. */
export async function buildFonts(): Promise<void> {
  const print = await fingerprint(inRoot(), [
    'src/server/build/fonts.ts',
    ...FONTS.map(({ from }) => `${PACKAGES}/${from}`),
  ]);
  if (await isCurrent(STAMP, print)) return;
  await stamped(STAMP, print, async () => {
    await mkdir(FOLDER, { recursive: true });
    await Promise.all(FONTS.map(cut));
  });
}

async function cut({ to, format, from, axes }: Font): Promise<void> {
  const font = await subsetFont(await readFile(inRoot(PACKAGES, from)), CHARACTERS, {
    targetFormat: format,
    variationAxes: axes,
    keepFeatures: FEATURES,
    noHinting: true,
  });
  await writeFile(inRoot('src/site/styles/fonts', to), font);
}
