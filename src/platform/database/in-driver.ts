import type { CollectionSlug, PayloadRequest } from 'payload';

/**
 * A collection as the database's driver has it, with the session of the request's transaction: for one
 * write to many documents, which Payload would make one by one.
 */
export async function inDriver(slug: CollectionSlug, req: PayloadRequest) {
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
