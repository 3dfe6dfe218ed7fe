import type { CollectionConfig } from 'payload';

/** Drafts that save themselves, and the last versions to go back to. */
export const drafts: CollectionConfig['versions'] = {
  maxPerDoc: 50,
  drafts: { autosave: { interval: 800 } },
};
