/** The collections with drafts. */
export const COLLECTIONS_WITH_DRAFTS = [
  'articles',
  'pages',
  'treatment-stages',
  'calls-to-action',
] as const;
export type CollectionWithDrafts = (typeof COLLECTIONS_WITH_DRAFTS)[number];

/** A word in every draft that a test creates; no published page may contain it. */
export const DRAFT_MARKER = 'unseendraft';
