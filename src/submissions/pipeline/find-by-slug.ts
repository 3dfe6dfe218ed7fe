import type { DataFromCollectionSlug } from 'payload';
import { payload } from '#data/payload.ts';
import { memoizeBriefly } from '#platform/memoize-briefly.ts';

/** Collections whose published documents a submission names by slug. */
type PublicCollection = 'calls-to-action' | 'consent-texts';

/** Returns a function that finds the published document with a slug; results are memoized for two seconds at most. */
export const findBySlug = <C extends PublicCollection>(
  collection: C,
): ((slug: string) => Promise<DataFromCollectionSlug<C> | undefined>) =>
  memoizeBriefly(async (slug) => {
    const { docs } = await (await payload()).find({
      collection,
      where: { slug: { equals: slug } },
      limit: 1,
      pagination: false,
      depth: 0,
      overrideAccess: false,
    });
    return docs[0] as DataFromCollectionSlug<C> | undefined;
  });
