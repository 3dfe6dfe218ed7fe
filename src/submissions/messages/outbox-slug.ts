import type { CollectionSlug } from 'payload';

/** The collection in which Payload keeps its jobs. */
export const OUTBOX = 'payload-jobs' as CollectionSlug;
