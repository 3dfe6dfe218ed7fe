import type { CollectionSlug, PayloadRequest } from 'payload';

/**
 * Returns a collection of MongoDB's driver, with the session of the request's transaction. Use it for one write to
 * many documents: Payload would write them one by one.
 * @throws Error if there is no such collection
 */
export async function driverCollection(slug: CollectionSlug, req: PayloadRequest) {
  const { db } = req.payload;
  const model = db.collections[slug];
  if (!model) throw new Error(`There are no ${slug}.`);
  const transaction = await req.transactionID;
  return {
    collection: model.collection,
    session: transaction === undefined ? undefined : db.sessions[transaction],
    ObjectId: model.base.Types.ObjectId,
  };
}
