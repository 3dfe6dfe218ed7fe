import type { SharpDependency } from 'payload';
import sharp from 'sharp';
import { MOST_PIXELS } from './limits.ts';

// One thread a picture, and nothing kept between two: readers are served by the same process.
sharp.concurrency(1);
sharp.cache(false);

/** As Payload gets it: what an upload brings was made smaller before, and what was stored ever is not larger. */
export const boundedSharp: SharpDependency = (input, options) =>
  sharp(input, { limitInputPixels: MOST_PIXELS.jpeg, ...options });
