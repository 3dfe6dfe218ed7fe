import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Locator, Page } from 'playwright-core';
import sharp, { type Sharp } from 'sharp';
import { ROOT } from './command.ts';

export const REFERENCES = path.join(ROOT, 'tests/pictures');

/** With `PICTURES=keep`, what is seen becomes the reference. */
const KEEPS = process.env.PICTURES === 'keep';

/** Longer pages go on like this. */
const SEEN_PX = 2_500;

// A reference is half as wide as its page, and knows 32 shades of red, green and blue: a tenth of the bytes, and a
// line that moves, or a token of another color, is still seen.
const SCALE = 0.5;
const SHADE = 8;

/** From here on a pixel is of another color, from 0 (the same) to 1 (black and white). */
const OTHER = 0.04;
/** What browsers of different versions may round differently at the edges of a few letters. */
const STRAY_PIXELS = 20;

interface Raw {
  data: Buffer;
  width: number;
  height: number;
}

/**
 * What is different between a page and its reference, in a sentence; undefined if nothing is.
 * @param part that the picture is of, where it is not of the page from its top
 */
export async function differenceOf(
  page: Page,
  name: string,
  part?: Locator,
): Promise<string | undefined> {
  const png = await pictureOf(page, part);
  const file = path.join(REFERENCES, `${name}.webp`);
  const seen = await reduced(png);
  const reference = await readFile(file).then(
    (kept) => pixelsOf(sharp(kept)),
    () => undefined,
  );
  const difference = reference ? compare(seen, reference) : { words: 'There is no reference.' };
  if (!difference) return undefined;
  if (!KEEPS) return `${name}: ${difference.words} ${await leave(name, png, difference.picture)}`;
  await keep(seen, file);
  return undefined;
}

/** The page or a part of it, still and complete. */
async function pictureOf(page: Page, part?: Locator): Promise<Buffer> {
  await page.evaluate(async () => {
    scrollTo({ top: 0, behavior: 'instant' });
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode()));
    await document.fonts.ready;
  });
  const { width = 0, height: screen = 0 } = page.viewportSize() ?? {};
  const { y, height } = part ? await edgesOf(part) : await upperPartOf(page, screen);
  return page.screenshot({
    fullPage: true,
    clip: { x: 0, y, width, height },
    animations: 'disabled',
  });
}

/** What is the same at the foot of all pages is on short ones alone. */
async function upperPartOf(page: Page, screen: number) {
  const main = await edgesOf(page.locator('main'));
  return { y: 0, height: Math.min(Math.max(main.y + main.height, screen), SEEN_PX) };
}

/** Where it stands on a page that has not scrolled, in whole pixels. */
const edgesOf = (part: Locator) =>
  part.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { y: Math.floor(top), height: Math.ceil(bottom) - Math.floor(top) };
  });

async function reduced(png: Buffer): Promise<Raw> {
  const { width } = await sharp(png).metadata();
  return pixelsOf(sharp(png).resize({ width: Math.round(width * SCALE), kernel: 'linear' }));
}

async function pixelsOf(picture: Sharp): Promise<Raw> {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

const drawn = ({ data, width, height }: Raw): Sharp =>
  sharp(data, { raw: { width, height, channels: 4 } });

const keep = ({ data, ...size }: Raw, file: string) =>
  drawn({
    data: data.map((value) => Math.min(255, Math.round(value / SHADE) * SHADE)) as Buffer,
    ...size,
  })
    .removeAlpha()
    .webp({ lossless: true, effort: 6 })
    .toFile(file);

function compare(seen: Raw, reference: Raw): { words: string; picture?: Raw } | undefined {
  const { width, height } = seen;
  if (width !== reference.width || height !== reference.height) {
    return { words: `${width} × ${height} px, not ${reference.width} × ${reference.height}.` };
  }
  const data = Buffer.alloc(seen.data.length);
  const others = pixelmatch(seen.data, reference.data, data, width, height, { threshold: OTHER });
  return others > STRAY_PIXELS
    ? { words: `${others} pixels differ.`, picture: { data, width, height } }
    : undefined;
}

/** Leaves what was seen, and where it differs, for a person to look at. */
async function leave(name: string, png: Buffer, difference: Raw | undefined): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-pictures-'));
  await writeFile(path.join(folder, `${name}.png`), png);
  if (difference)
    await drawn(difference)
      .png()
      .toFile(path.join(folder, `${name}-difference.png`));
  return `Look into ${folder}.`;
}
