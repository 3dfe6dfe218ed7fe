import type { PublicCollection } from '#domain/collections.ts';
import { payload } from './payload.ts';

/**
 * Returns a collection's Mongoose model, and the filter for its published documents. For reading so many documents that
 * Payload's hooks would take too long; Payload's access rules do not apply, so callers must use the filter.
 */
export async function rawCollection(collection: PublicCollection) {
  const { db, collections } = await payload();
  const model = db.collections[collection];
  if (!model) throw new Error(`There are no ${collection}.`);
  const hasDrafts = Boolean(collections[collection].config.versions?.drafts);
  return { model, published: hasDrafts ? { _status: 'published' } : {} };
}
