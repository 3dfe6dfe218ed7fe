import type { CollectionConfig } from 'payload';

/** Autosaved drafts, and up to 50 versions of each document. */
export const drafts: CollectionConfig['versions'] = {
  maxPerDoc: 50,
  drafts: { autosave: { interval: 800 } },
};
