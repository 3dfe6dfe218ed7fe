import type { CollectionBeforeChangeHook } from 'payload';

/** Keeps the moment at which readers could first see the document. */
export const stampPublishedAt: CollectionBeforeChangeHook = ({ data, originalDoc }) => ({
  ...data,
  publishedAt:
    originalDoc?.publishedAt ?? (data._status === 'published' ? new Date().toISOString() : null),
});
