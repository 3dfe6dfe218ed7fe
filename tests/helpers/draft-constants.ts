import type { CollectionSlug, DataFromCollectionSlug } from 'payload';

export type CollectionWithDrafts = {
  [C in CollectionSlug]: '_status' extends keyof DataFromCollectionSlug<C> ? C : never;
}[CollectionSlug];

const TABLE: Record<CollectionWithDrafts, true> = {
  articles: true,
  pages: true,
  'treatment-stages': true,
  'calls-to-action': true,
};

/** The collections with drafts. */
export const COLLECTIONS_WITH_DRAFTS = Object.keys(TABLE) as CollectionWithDrafts[];

/** A word in every draft that a test creates; no published page may contain it. */
export const DRAFT_MARKER = 'unseendraft';
