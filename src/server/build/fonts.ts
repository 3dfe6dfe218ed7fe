import { mkdir, readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { rootPath } from '#platform/process/root.ts';
import { fingerprint } from './fingerprint.ts';
import { buildAndRecord, isBuiltFrom } from './fingerprint-file.ts';

const FOLDER = rootPath('src/site/styles/fonts');
const FINGERPRINT_FILE = rootPath('src/site/styles/fonts/made-from');
const PACKAGES = 'node_modules/@fontsource-variable';

interface Font {
  to: string;
  format: 'woff2' | 'truetype';
  from: string;
  axes: Record<string, number | { min: number; max: number }>;
}

const range = (from: number, to: number): string =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));

/** The characters of English text: Latin-1 and typographic punctuation. Neither family has arrows. */
const CHARACTERS = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}Œœ–—‘’‚“”„•…‹›€™−\u2009\u200a\u202f`;

/** The OpenType features that English text and the site's CSS use. */
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
    // The library that draws social cards reads only TrueType.
    to: 'card.ttf',
    format: 'truetype',
    ...SERIF,
  },
];

/** Subsets the two font families to the characters and axes that the site uses, unless they are up to date. */
export async function buildFonts(): Promise<void> {
  const currentFingerprint = await fingerprint(rootPath(), [
    'src/server/build/fonts.ts',
    ...FONTS.map(({ from }) => `${PACKAGES}/${from}`),
  ]);
  if (await isBuiltFrom(FINGERPRINT_FILE, currentFingerprint)) return;
  await buildAndRecord(FINGERPRINT_FILE, currentFingerprint, async () => {
    await mkdir(FOLDER, { recursive: true });
    await Promise.all(FONTS.map(writeSubset));
  });
}

async function writeSubset({ to, format, from, axes }: Font): Promise<void> {
  const font = await subsetFont(await readFile(rootPath(PACKAGES, from)), CHARACTERS, {
    targetFormat: format,
    variationAxes: axes,
    keepFeatures: FEATURES,
    noHinting: true,
  });
  await writeFile(rootPath('src/site/styles/fonts', to), font);
}
