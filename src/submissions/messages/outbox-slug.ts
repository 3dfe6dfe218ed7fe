import type { CollectionSlug } from 'payload';

/** The outbox is Payload's collection of jobs. */
export const OUTBOX = 'payload-jobs' as CollectionSlug;
