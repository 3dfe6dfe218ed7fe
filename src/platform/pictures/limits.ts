import type { PictureType } from './picture-type.ts';

const MEGAPIXEL = 1_000_000;

/**
 * Most pixels of a picture, by its type. An AVIF decoder holds all pixels several times: 12 megapixels, the size of a
 * phone's pictures, need some 300 MB, and 40 megapixels a gigabyte (measured).
 */
export const MAX_PIXELS: Record<PictureType, number> = {
  jpeg: 40 * MEGAPIXEL,
  png: 40 * MEGAPIXEL,
  webp: 40 * MEGAPIXEL,
  avif: 12 * MEGAPIXEL,
};

/** Most pixels of an interlaced PNG with 16 bits a channel, which a decoder holds as a whole. */
export const MAX_PIXELS_DEEP_PNG = 20 * MEGAPIXEL;

/** Text for editors: shown at the upload field and in its error message. */
export const ALLOWED_PICTURES =
  'JPEG, PNG, WebP or AVIF, not animated, of at most 12 MB and 40 megapixels, like 8,000 × 5,000 (AVIF: 12 megapixels).';

/** Largest width and height of a stored picture in pixels; pages request none that is larger. */
export const PREPARED_SIZE = { width: 1600, height: 3200 } as const;
