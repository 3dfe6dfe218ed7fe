import type { CollectionBeforeChangeHook } from 'payload';

/** Sets `publishedAt` when the document is first published, and never changes it again. */
export const populatePublishedAt: CollectionBeforeChangeHook = ({ data, originalDoc }) => ({
  ...data,
  publishedAt:
    originalDoc?.publishedAt ?? (data._status === 'published' ? new Date().toISOString() : null),
});
