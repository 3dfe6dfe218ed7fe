import type { PictureSeed } from '../seed-types.ts';

const folder = new URL('illustrations/', import.meta.url);

export const PICTURES: PictureSeed[] = [
  {
    name: 'a-way-through',
    folder,
    alt: 'A path with five stations runs through a valley, from a dark house at night to a town in daylight.',
  },
  {
    name: 'evening-room',
    folder,
    alt: 'Six empty chairs stand in a circle by a large window. A lamp is on, and it is dusk outside.',
  },
  {
    name: 'kitchen-table',
    folder,
    alt: 'Two mugs and a kettle on a kitchen table in warm lamplight. It is night outside.',
  },
  {
    name: 'morning-train',
    folder,
    alt: 'A small train crosses a viaduct in the early morning. A path climbs to the platform.',
  },
  {
    name: 'two-paths',
    folder,
    alt: 'A path forks at a signpost. Both ways go around a wooded hill and meet again behind it.',
  },
];
