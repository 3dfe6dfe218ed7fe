import { setPriority } from 'node:os';
import sharp, { type Metadata } from 'sharp';
import { MAX_PIXELS, MAX_PIXELS_DEEP_PNG, PREPARED_SIZE } from './limits.ts';
import type { PictureType } from './picture-type.ts';

// Decodes one picture in a process of its own. The memory and time that a hostile picture takes end with the process,
// a crash of the decoder affects nothing else, and the process has neither secrets nor the database.

export interface DecodeJob {
  data: Uint8Array;
  type: PictureType;
}

export type DecodeResult =
  | { picture: Uint8Array; original: { width: number; height: number }; width: number }
  | { refused: 'large' | 'animated' | 'unreadable' };

sharp.concurrency(1);
sharp.cache(false);

/** Nice value: readers come first. */
const LOW_PRIORITY = 10;

const isDeepInterlaced = ({ isProgressive, depth }: Metadata): boolean =>
  isProgressive === true && depth !== 'uchar';

/** Converts a picture to lossless WebP: upright, no larger than pages need it, without metadata. */
async function preparePicture({ data, type }: DecodeJob): Promise<DecodeResult> {
  // The header can lie about the size, so the decoder below has the limit as well.
  const metadata = await sharp(data, { limitInputPixels: false }).metadata();
  if ((metadata.pages ?? 1) > 1) return { refused: 'animated' };
  const maxPixels =
    type === 'png' && isDeepInterlaced(metadata) ? MAX_PIXELS_DEEP_PNG : MAX_PIXELS[type];
  const original = metadata.autoOrient;
  if (original.width * original.height > maxPixels) return { refused: 'large' };
  const { data: picture, info } = await sharp(data, { limitInputPixels: maxPixels })
    .autoOrient()
    .resize({ ...PREPARED_SIZE, fit: 'inside', withoutEnlargement: true })
    .webp({ lossless: true, effort: 0 })
    .toBuffer({ resolveWithObject: true });
  return { picture, original, width: info.width };
}

process.once('disconnect', () => process.exit(1));
process.once('message', async (job: DecodeJob) => {
  setPriority(LOW_PRIORITY);
  const result = await preparePicture(job).catch((): DecodeResult => ({ refused: 'unreadable' }));
  process.send?.(result, undefined, undefined, () => process.exit(0));
});
