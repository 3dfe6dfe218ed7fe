import type { CollectionSlug, PayloadRequest } from 'payload';

/**
 * True if the person of this request may read something of a collection; with an id, that document.
 * A document that does not exist cannot be told from one that may not be read.
 */
export async function canRead(req: PayloadRequest, slug: string, id?: unknown): Promise<boolean> {
  const { collections } = req.payload;
  if (!Object.hasOwn(collections, slug)) return false;
  const collection = slug as CollectionSlug;
  if ((await collections[collection].config.access.read({ req })) === false) return false;
  if (id === undefined || id === null) return true;
  if (typeof id !== 'string') return false;
  const found = await req.payload.findByID({
    collection,
    id,
    draft: true,
    depth: 0,
    select: { updatedAt: true } as object,
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
  });
  return found !== null;
}

/** As `canRead`, for a global. */
export async function canReadGlobal(req: PayloadRequest, slug: unknown): Promise<boolean> {
  const global = req.payload.globals.config.find((one) => one.slug === slug);
  return global !== undefined && (await global.access.read({ req })) !== false;
}
