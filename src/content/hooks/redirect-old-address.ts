import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
  RequestContext,
} from 'payload';
import type { LinkableCollection } from '#domain/collections.ts';
import { documentPath } from '#domain/href.ts';

interface AddressContext extends RequestContext {
  /** The published paths of documents before this change, by document id. */
  oldAddresses?: Map<string, string>;
}

/**
 * Remembers the published path of a document before a change, for `redirectOldAddress`. For an unpublished
 * document, that is the path of its last published version.
 */
export const rememberOldAddress: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  collection,
  req,
}) => {
  // Autosave stores drafts as editors type: skip the queries for them.
  if (!originalDoc || data._status === 'draft') return data;
  const args = [collection.slug as LinkableCollection, originalDoc.id, req] as const;
  const path =
    (await findPublishedPath(...args)) ??
    (collection.versions && (await findLastPublishedPath(...args)));
  const context: AddressContext = req.context;
  context.oldAddresses ??= new Map();
  if (path) context.oldAddresses.set(originalDoc.id, path);
  return data;
};

/** Creates a redirect from the old path to the document when its published path has changed. */
export const redirectOldAddress: CollectionAfterChangeHook = async ({ doc, collection, req }) => {
  const { oldAddresses }: AddressContext = req.context;
  const before = oldAddresses?.get(doc.id);
  oldAddresses?.delete(doc.id);
  const relationTo = collection.slug as LinkableCollection;
  const after = before && (await findPublishedPath(relationTo, doc.id, req));
  if (!after || after === before) return doc;
  // System: a user who may change a document may also redirect its old address.
  const system = { collection: 'redirects', overrideAccess: true, depth: 0, req } as const;
  // A redirect away from the new address would sooner or later form a loop.
  await req.payload.delete({ ...system, where: { from: { in: [before, after] } } });
  const to = { type: 'document' as const, document: { relationTo, value: doc.id } };
  await req.payload.create({ ...system, data: { from: before, to } });
  return doc;
};

/** Returns the published path of a document, as this request's transaction sees it. */
async function findPublishedPath(
  collection: LinkableCollection,
  id: string,
  req: PayloadRequest,
): Promise<string | undefined> {
  const { docs } = await req.payload.find({
    collection,
    where: { id: { equals: id } },
    select: { slug: true, _status: true } as object,
    depth: 0,
    pagination: false,
    // System: the published path does not depend on the user.
    overrideAccess: true,
    req,
  });
  const [doc] = docs as SluggedDocument[];
  return doc?._status === 'draft' ? undefined : slugPath(collection, doc);
}

/** Returns the path of the last published version: links to an unpublished document still exist. */
async function findLastPublishedPath(
  collection: LinkableCollection,
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
    // System: the last published path does not depend on the user.
    overrideAccess: true,
    req,
  });
  return slugPath(collection, docs[0]?.version as SluggedDocument | undefined);
}

interface SluggedDocument {
  slug?: unknown;
  _status?: string;
}

const slugPath = (
  collection: LinkableCollection,
  doc: SluggedDocument | undefined,
): string | undefined =>
  typeof doc?.slug === 'string' ? documentPath(collection, doc.slug) : undefined;
