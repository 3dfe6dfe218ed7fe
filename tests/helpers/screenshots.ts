import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Locator, Page } from 'playwright-core';
import sharp, { type Sharp } from 'sharp';
import { ROOT } from './command.ts';

export const REFERENCES = path.join(ROOT, 'tests/pictures');

/** With `PICTURES=keep`, screenshots that differ replace their references. */
const UPDATES_REFERENCES = process.env.PICTURES === 'keep';

/** Longer pages are cut off here: the rest looks alike. */
const MAX_HEIGHT_PX = 2_500;

// A reference has half the width of its page, and 32 shades per color channel. That takes a tenth of the bytes, and
// still shows a line that moves or a token that changes its color.
const SCALE = 0.5;
const COLOR_STEP = 8;

/** Difference of two colors from which a pixel counts as different: 0 for equal, 1 for black and white. */
const COLOR_THRESHOLD = 0.04;
/** Browser versions round differently at the edges of a few letters. */
const MAX_DIFFERING_PIXELS = 20;

interface RawImage {
  data: Buffer;
  width: number;
  height: number;
}

/**
 * Compares a page with its reference picture, and leaves a screenshot and a diff in a temporary folder if they differ.
 * @param part takes the screenshot of this part instead of the page from its top
 * @returns a sentence about the difference; undefined if there is none
 */
export async function compareWithReference(
  page: Page,
  name: string,
  part?: Locator,
): Promise<string | undefined> {
  const png = await takeScreenshot(page, part);
  const file = path.join(REFERENCES, `${name}.webp`);
  const actual = await downscale(png);
  const reference = await readFile(file).then(
    (webp) => readPixels(sharp(webp)),
    () => undefined,
  );
  const difference = reference
    ? comparePixels(actual, reference)
    : { message: 'There is no reference.' };
  if (!difference) return undefined;
  if (!UPDATES_REFERENCES)
    return `${name}: ${difference.message} ${await saveForReview(name, png, difference.picture)}`;
  await writeReference(actual, file);
  return undefined;
}

/** Takes a screenshot of the page or a part of it, with all images loaded and without animations. */
async function takeScreenshot(page: Page, part?: Locator): Promise<Buffer> {
  await page.evaluate(async () => {
    scrollTo({ top: 0, behavior: 'instant' });
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode()));
    await document.fonts.ready;
  });
  const { width = 0, height: screen = 0 } = page.viewportSize() ?? {};
  const { y, height } = part ? await measureEdges(part) : await findVisiblePart(page, screen);
  return page.screenshot({
    fullPage: true,
    clip: { x: 0, y, width, height },
    animations: 'disabled',
  });
}

/** Cuts the footer off, which is the same on all pages: only short pages show it. */
async function findVisiblePart(page: Page, screen: number) {
  const main = await measureEdges(page.locator('main'));
  return { y: 0, height: Math.min(Math.max(main.y + main.height, screen), MAX_HEIGHT_PX) };
}

/** Returns top and height of an element on an unscrolled page, in whole pixels. */
const measureEdges = (part: Locator) =>
  part.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { y: Math.floor(top), height: Math.ceil(bottom) - Math.floor(top) };
  });

async function downscale(png: Buffer): Promise<RawImage> {
  const { width } = await sharp(png).metadata();
  return readPixels(sharp(png).resize({ width: Math.round(width * SCALE), kernel: 'linear' }));
}

async function readPixels(picture: Sharp): Promise<RawImage> {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

const toSharp = ({ data, width, height }: RawImage): Sharp =>
  sharp(data, { raw: { width, height, channels: 4 } });

const writeReference = ({ data, ...size }: RawImage, file: string) =>
  toSharp({
    data: data.map((value) => Math.min(255, Math.round(value / COLOR_STEP) * COLOR_STEP)) as Buffer,
    ...size,
  })
    .removeAlpha()
    .webp({ lossless: true, effort: 6 })
    .toFile(file);

function comparePixels(
  actual: RawImage,
  reference: RawImage,
): { message: string; picture?: RawImage } | undefined {
  const { width, height } = actual;
  if (width !== reference.width || height !== reference.height) {
    return { message: `${width} × ${height} px, not ${reference.width} × ${reference.height}.` };
  }
  const data = Buffer.alloc(actual.data.length);
  const differing = pixelmatch(actual.data, reference.data, data, width, height, {
    threshold: COLOR_THRESHOLD,
  });
  return differing > MAX_DIFFERING_PIXELS
    ? { message: `${differing} pixels differ.`, picture: { data, width, height } }
    : undefined;
}

/** Writes the screenshot and the diff to a temporary folder, for a person to look at. */
async function saveForReview(
  name: string,
  png: Buffer,
  difference: RawImage | undefined,
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-pictures-'));
  await writeFile(path.join(folder, `${name}.png`), png);
  if (difference)
    await toSharp(difference)
      .png()
      .toFile(path.join(folder, `${name}-difference.png`));
  return `Look into ${folder}.`;
}
