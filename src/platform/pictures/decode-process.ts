import { setPriority } from 'node:os';
import sharp, { type Metadata } from 'sharp';
import { MOST_PIXELS, MOST_PIXELS_DEEP, PREPARED } from './limits.ts';
import type { PictureType } from './picture-type.ts';

// A process of its own for each picture: what a hostile one takes of memory and time ends with it, a decoder that
// falls takes nobody along, and it is given neither settings nor the database.

export interface Order {
  data: Uint8Array;
  type: PictureType;
}

export type Result =
  | { picture: Uint8Array; from: { width: number; height: number }; width: number }
  | { refused: 'large' | 'animated' | 'unreadable' };

sharp.concurrency(1);
sharp.cache(false);

const BEHIND_READERS = 10;

const isDeep = ({ isProgressive, depth }: Metadata): boolean =>
  isProgressive === true && depth !== 'uchar';

/** The picture upright, no larger than pages need it, without loss, and without what a camera wrote beside it. */
async function prepare({ data, type }: Order): Promise<Result> {
  // What it says of its size is believed only as far as to turn it away: the decoder has the limit as well.
  const metadata = await sharp(data, { limitInputPixels: false }).metadata();
  if ((metadata.pages ?? 1) > 1) return { refused: 'animated' };
  const most = type === 'png' && isDeep(metadata) ? MOST_PIXELS_DEEP : MOST_PIXELS[type];
  const from = metadata.autoOrient;
  if (from.width * from.height > most) return { refused: 'large' };
  const { data: picture, info } = await sharp(data, { limitInputPixels: most })
    .autoOrient()
    .resize({ ...PREPARED, fit: 'inside', withoutEnlargement: true })
    .webp({ lossless: true, effort: 0 })
    .toBuffer({ resolveWithObject: true });
  return { picture, from, width: info.width };
}

process.once('disconnect', () => process.exit(1));
process.once('message', async (order: Order) => {
  setPriority(BEHIND_READERS);
  const result = await prepare(order).catch((): Result => ({ refused: 'unreadable' }));
  process.send?.(result, undefined, undefined, () => process.exit(0));
});
