import type { CollectionSlug, GlobalSlug, RequestContext, Where } from 'payload';
import type { RefCollection } from './compose.ts';
import { type Desk, hand, placeOf } from './desk.ts';
import { filledIn } from './fill-in.ts';

/** Documents that link to each other: each must be there before any can be completed. */
export type LinkedCollection = 'articles' | 'pages' | 'treatment-stages';

interface Titled {
  slug: string;
  title: string;
}

/**
 * Makes a document unless one is there, and remembers its id.
 * @param where what the document is known by
 */
export async function ensure(
  desk: Desk,
  collection: CollectionSlug,
  where: Where,
  data: object,
  context?: RequestContext,
): Promise<string> {
  const found = await find(desk, collection, where);
  if (found) return found.id;
  const { id } = await desk.payload.create({
    collection,
    data: filledIn(data, desk) as never,
    depth: 0,
    context,
    ...hand(desk),
  });
  return String(id);
}

/** As `ensure`, for a document that others refer to by its slug. */
export async function ensureNamed(
  desk: Desk,
  collection: RefCollection,
  { slug, ...data }: { slug: string },
): Promise<void> {
  const id = await ensure(desk, collection, bySlug(slug), { slug, ...data });
  desk.ids.set(placeOf(collection, slug), id);
}

/** Makes drafts of nothing but a title, so that all have an id to be linked by. */
export async function outline(
  desk: Desk,
  collection: LinkedCollection,
  documents: Titled[],
): Promise<void> {
  for (const { slug, title } of documents) {
    const { id } =
      (await find(desk, collection, bySlug(slug))) ??
      (await desk.payload.create({
        collection,
        data: { slug, title } as never,
        draft: true,
        depth: 0,
        ...hand(desk),
      }));
    desk.ids.set(placeOf(collection, slug), String(id));
  }
}

/** Completes the outlines, in the order given, and publishes them; what is more than an outline is left alone. */
export async function complete(
  desk: Desk,
  collection: LinkedCollection,
  documents: Titled[],
  { publish }: { publish: boolean },
): Promise<void> {
  for (const document of documents) {
    const outlined = await find(desk, collection, bySlug(document.slug));
    if (!outlined || outlined.summary) continue;
    await desk.payload.update({
      collection,
      id: outlined.id,
      data: {
        ...(filledIn(document, desk) as object),
        _status: publish ? 'published' : 'draft',
      } as never,
      draft: !publish,
      depth: 0,
      ...hand(desk),
    });
  }
}

/**
 * Fills a global that has not been saved yet.
 * @param known a field that it cannot be saved without
 */
export async function fillGlobal(
  desk: Desk,
  slug: GlobalSlug,
  data: object,
  known: string,
): Promise<void> {
  const saved: object = await desk.payload.findGlobal({ slug, depth: 0, ...hand(desk) });
  if (isFilled(saved[known as keyof typeof saved])) return;
  await desk.payload.updateGlobal({
    slug,
    data: filledIn(data, desk) as never,
    depth: 0,
    ...hand(desk),
  });
}

const isFilled = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : !!value);

const bySlug = (slug: string): Where => ({ slug: { equals: slug } });

/** The document as its editors see it, drafts included. */
async function find(
  { payload }: Desk,
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
    // System: what is there must not be made again, whoever can see it.
    overrideAccess: true,
  });
  return docs[0] as { id: string; summary?: string } | undefined;
}
