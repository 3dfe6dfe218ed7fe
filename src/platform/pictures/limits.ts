import type { PictureType } from './picture-type.ts';

const MEGAPIXEL = 1_000_000;

/**
 * How many pixels a picture may have. A decoder of AVIF holds all of them several times: 12 megapixels, what a
 * phone takes, need some 300 MB, and 40 needed a gigabyte (measured).
 */
export const MOST_PIXELS: Record<PictureType, number> = {
  jpeg: 40 * MEGAPIXEL,
  png: 40 * MEGAPIXEL,
  webp: 40 * MEGAPIXEL,
  avif: 12 * MEGAPIXEL,
};

/** PNG with twice the bits, whose lines come in seven passes, is held as a whole. */
export const MOST_PIXELS_DEEP = 20 * MEGAPIXEL;

/** Said where a picture is chosen, and where one is turned away. */
export const ALLOWED =
  'JPEG, PNG, WebP or AVIF, not animated, of at most 12 MB and 40 megapixels, like 8,000 × 5,000 (AVIF: 12 megapixels).';

/** What is made of a picture has no more pixels across and down; pages ask for none that is larger. */
export const PREPARED = { width: 1600, height: 3200 } as const;
