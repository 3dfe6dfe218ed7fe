import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
  RequestContext,
} from 'payload';
import { type Linkable, pathOf } from '#domain/href.ts';

/** Where readers last found a document before this change, by its id. */
interface Remembering extends RequestContext {
  oldAddresses?: Map<string, string>;
}

/**
 * Two hooks for what stands at an address of its own: when readers find it somewhere else than before,
 * the old address leads to it from then on. A change of a draft moves nothing until it is published.
 */
export const rememberAddress: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  collection,
  req,
}) => {
  // Editors' drafts are saved as they type: they cost nothing here.
  if (!originalDoc || data._status === 'draft') return data;
  const where = [collection.slug as Linkable, originalDoc.id, req] as const;
  const path = (await shownAt(...where)) ?? (collection.versions && (await lastShownAt(...where)));
  const context: Remembering = req.context;
  context.oldAddresses ??= new Map();
  if (path) context.oldAddresses.set(originalDoc.id, path);
  return data;
};

export const keepOldAddress: CollectionAfterChangeHook = async ({ doc, collection, req }) => {
  const { oldAddresses }: Remembering = req.context;
  const before = oldAddresses?.get(doc.id);
  oldAddresses?.delete(doc.id);
  const relationTo = collection.slug as Linkable;
  const after = before && (await shownAt(relationTo, doc.id, req));
  if (!after || after === before) return doc;
  // System: whoever may move a document moves its address.
  const system = { collection: 'redirects', overrideAccess: true, depth: 0, req } as const;
  // What led away from the new address would lead in a circle some day.
  await req.payload.delete({ ...system, where: { from: { in: [before, after] } } });
  const to = { type: 'document' as const, document: { relationTo, value: doc.id } };
  await req.payload.create({ ...system, data: { from: before, to } });
  return doc;
};

/** The path at which readers find a document, in the state of this request's transaction. */
async function shownAt(
  collection: Linkable,
  id: string,
  req: PayloadRequest,
): Promise<string | undefined> {
  const { docs } = await req.payload.find({
    collection,
    where: { id: { equals: id } },
    select: { slug: true, _status: true } as object,
    depth: 0,
    pagination: false,
    // System: where readers find it does not depend on who asks.
    overrideAccess: true,
    req,
  });
  const [doc] = docs as Found[];
  return doc?._status === 'draft' ? undefined : pathTo(collection, doc);
}

/** Where they found what has been taken back since: its links may still be out there. */
async function lastShownAt(
  collection: Linkable,
  id: string,
  req: PayloadRequest,
): Promise<string | undefined> {
  const { docs } = await req.payload.findVersions({
    collection,
    where: { parent: { equals: id }, 'version._status': { equals: 'published' } },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    depth: 0,
    // System: where readers found it does not depend on who asks.
    overrideAccess: true,
    req,
  });
  return pathTo(collection, docs[0]?.version as Found | undefined);
}

interface Found {
  slug?: unknown;
  _status?: string;
}

const pathTo = (collection: Linkable, found: Found | undefined): string | undefined =>
  typeof found?.slug === 'string' ? pathOf(collection, found.slug) : undefined;
