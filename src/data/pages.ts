import type { Page } from '#payload-types.ts';
import type { Reader } from './reader.ts';

/** The published page at this slug. */
export const findPage = (reader: Reader, slug: string): Promise<Page | undefined> =>
  reader.bySlug('pages', slug);
