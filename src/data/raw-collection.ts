import type { PublicCollection } from '#domain/public-collections.ts';
import { payload } from './payload.ts';

/**
 * A collection in the database itself, and what of it is published: for what goes over so many documents that
 * Payload's hooks and access rules would take longer than all the rest. What a visitor may see is said again.
 */
export async function rawCollection(collection: PublicCollection) {
  const { db, collections } = await payload();
  const model = db.collections[collection];
  if (!model) throw new Error(`There are no ${collection}.`);
  const drafts = Boolean(collections[collection].config.versions?.drafts);
  return { model, published: drafts ? { _status: 'published' } : {} };
}
