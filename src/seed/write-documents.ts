import type { CollectionSlug, GlobalSlug, RequestContext, Where } from 'payload';
import { accessOptions, documentKey, type LocalApiClient } from './local-api-client.ts';
import { resolveRefs } from './resolve-refs.ts';
import type { RefCollection } from './rich-text-markup.ts';

/** Collections whose documents link to each other, so that all need an id before the first is completed. */
export type LinkedCollection = 'articles' | 'pages' | 'treatment-stages';

interface Titled {
  slug: string;
  title: string;
}

/**
 * Creates a document unless it exists, and returns its id.
 * @param where identifies the document
 */
export async function ensureDocument(
  client: LocalApiClient,
  collection: CollectionSlug,
  where: Where,
  data: object,
  context?: RequestContext,
): Promise<string> {
  const existing = await findDocument(client, collection, where);
  if (existing) return existing.id;
  const { id } = await client.payload.create({
    collection,
    data: resolveRefs(data, client) as never,
    depth: 0,
    context,
    ...accessOptions(client),
  });
  return String(id);
}

/** Creates a document unless its slug exists, and remembers its id for references. */
export async function ensureBySlug(
  client: LocalApiClient,
  collection: RefCollection,
  { slug, ...data }: { slug: string },
): Promise<void> {
  const id = await ensureDocument(client, collection, bySlug(slug), { slug, ...data });
  client.ids.set(documentKey(collection, slug), id);
}

/** Creates drafts with nothing but a title, so that all documents have an id to link to. */
export async function ensureOutlines(
  client: LocalApiClient,
  collection: LinkedCollection,
  documents: Titled[],
): Promise<void> {
  for (const { slug, title } of documents) {
    const { id } =
      (await findDocument(client, collection, bySlug(slug))) ??
      (await client.payload.create({
        collection,
        data: { slug, title } as never,
        draft: true,
        depth: 0,
        ...accessOptions(client),
      }));
    client.ids.set(documentKey(collection, slug), String(id));
  }
}

/** Completes the outlines in the given order, as published documents or drafts. Documents with a summary are not changed. */
export async function completeOutlines(
  client: LocalApiClient,
  collection: LinkedCollection,
  documents: Titled[],
  { publish }: { publish: boolean },
): Promise<void> {
  for (const document of documents) {
    const outline = await findDocument(client, collection, bySlug(document.slug));
    if (!outline || outline.summary) continue;
    await client.payload.update({
      collection,
      id: outline.id,
      data: {
        ...(resolveRefs(document, client) as object),
        _status: publish ? 'published' : 'draft',
      } as never,
      draft: !publish,
      depth: 0,
      ...accessOptions(client),
    });
  }
}

/**
 * Fills a global that has not been saved yet.
 * @param requiredField a field that a saved global has
 */
export async function fillGlobal(
  client: LocalApiClient,
  slug: GlobalSlug,
  data: object,
  requiredField: string,
): Promise<void> {
  const saved: object = await client.payload.findGlobal({
    slug,
    depth: 0,
    ...accessOptions(client),
  });
  if (isFilled(saved[requiredField as keyof typeof saved])) return;
  await client.payload.updateGlobal({
    slug,
    data: resolveRefs(data, client) as never,
    depth: 0,
    ...accessOptions(client),
  });
}

const isFilled = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : !!value);

const bySlug = (slug: string): Where => ({ slug: { equals: slug } });

/** Finds the latest version of a document, drafts included. */
async function findDocument(
  { payload }: LocalApiClient,
  collection: CollectionSlug,
  where: Where,
): Promise<{ id: string; summary?: string } | undefined> {
  const { docs } = await payload.find({
    collection,
    where,
    draft: true,
    limit: 1,
    pagination: false,
    depth: 0,
    // System: finds the document even if the user may not read it, so that it is not created twice.
    overrideAccess: true,
  });
  return docs[0] as { id: string; summary?: string } | undefined;
}
