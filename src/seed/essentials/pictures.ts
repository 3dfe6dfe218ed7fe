import type { PictureSeed } from '../seed-types.ts';

const folder = new URL('illustrations/', import.meta.url);

/** One scene for each stage, in the same valley from night to late afternoon. */
export const STAGE_PICTURES: PictureSeed[] = [
  {
    name: 'call-for-help',
    folder,
    alt: 'A house in a valley at night. One window is lit, and a pale path begins at the door.',
  },
  {
    name: 'supervised-detox',
    folder,
    alt: 'A large, calm house by a still lake before sunrise, with soft light in its windows.',
  },
  {
    name: 'therapy-and-residential-care',
    folder,
    alt: 'A group of houses among trees on a bright morning. A path winds up to them.',
  },
  {
    name: 'intensive-outpatient-program',
    folder,
    alt: 'A path leads from a small house over a footbridge to a larger house across the stream.',
  },
  {
    name: 'living-in-the-community',
    folder,
    alt: 'A small town in late afternoon light. The path opens into the town square.',
  },
];
