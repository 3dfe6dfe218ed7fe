import type { CollectionSlug, PayloadRequest } from 'payload';

/**
 * True if the person of this request may read documents of a collection or, with an id, that document. Returns false
 * for a missing document as for a forbidden one.
 */
export async function canRead(req: PayloadRequest, slug: string, id?: unknown): Promise<boolean> {
  const { collections } = req.payload;
  if (!Object.hasOwn(collections, slug)) return false;
  const collection = slug as CollectionSlug;
  if ((await collections[collection].config.access.read({ req })) === false) return false;
  if (id === undefined || id === null) return true;
  if (typeof id !== 'string') return false;
  const document = await req.payload.findByID({
    collection,
    id,
    draft: true,
    depth: 0,
    select: { updatedAt: true } as object,
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
  });
  return document !== null;
}

/** True if the person of this request may read a global. */
export async function canReadGlobal(req: PayloadRequest, slug: unknown): Promise<boolean> {
  const global = req.payload.globals.config.find((config) => config.slug === slug);
  return global !== undefined && (await global.access.read({ req })) !== false;
}
