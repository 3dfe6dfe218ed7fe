import type { SharpDependency } from 'payload';
import sharp from 'sharp';
import { MAX_PIXELS } from './limits.ts';

// One thread a picture and no cache between two: this process also serves readers.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Sharp for Payload, with a limit on pixels. Uploads are scaled down before Payload sees them, so no stored picture is
 * larger.
 */
export const boundedSharp: SharpDependency = (input, options) =>
  sharp(input, { limitInputPixels: MAX_PIXELS.jpeg, ...options });
