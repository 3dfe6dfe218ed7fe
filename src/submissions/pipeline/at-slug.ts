import type { DataFromCollectionSlug } from 'payload';
import { payload } from '#data/payload.ts';
import { keptBriefly } from '#platform/kept-briefly.ts';

/** What the door answers by; visitors see it, and it has a slug. */
type Answered = 'calls-to-action' | 'consent-texts';

/** Reads the document of a slug, as visitors may see it; kept for two seconds at most. */
export const atSlug = <C extends Answered>(
  collection: C,
): ((slug: string) => Promise<DataFromCollectionSlug<C> | undefined>) =>
  keptBriefly(async (slug) => {
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
