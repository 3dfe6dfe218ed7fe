import { PUBLIC_COLLECTIONS } from '#domain/collections.ts';
import type { ChangeEvent } from '#platform/database/change-stream.ts';
import type { Purge } from './purges.ts';

/** The collection of all globals in Payload's MongoDB adapter. */
const GLOBALS = 'globals';

/** The public collections by MongoDB's names. */
const SLUGS = new Map(
  Object.entries(PUBLIC_COLLECTIONS).map(([slug, { databaseName }]) => [
    databaseName as string,
    slug,
  ]),
);

/** MongoDB's names of the collections whose changes visitors can see. */
export const WATCHED_COLLECTIONS: readonly string[] = [...SLUGS.keys(), GLOBALS];

/** A change event with the fields that `purgeFor` needs. */
export interface ContentChange extends ChangeEvent<{ _status?: string; globalType?: string }> {
  updateDescription?: { updatedFields?: { _status?: string; filename?: string } };
}

/** Paths of these fields in a change event. */
export const CONTENT_CHANGE_FIELDS: readonly string[] = [
  'fullDocument._status',
  'fullDocument.globalType',
  'updateDescription.updatedFields._status',
  'updateDescription.updatedFields.filename',
];

/**
 * Returns the cache tags that a change event purges: `<collection>:<id>` of pages that contain the document,
 * `<collection>` of lists, `global:<slug>`. `gone` has `<collection>:<id>:self`, the tag of the document's own page
 * or files, if it is unpublished or deleted, or if a picture has another file now.
 * @returns `all` if the event names no single document; undefined if visitors see no difference
 */
export function purgeFor(event: ContentChange): Purge | 'all' | undefined {
  const name = event.ns?.coll ?? '';
  const { operationType, documentKey, fullDocument, updateDescription } = event;
  if (!documentKey) return 'all';
  if (!WATCHED_COLLECTIONS.includes(name) || isDraftEdit(event)) return undefined;
  if (name === GLOBALS) {
    const slug = fullDocument?.globalType;
    return slug ? { stale: [`global:${slug}`], gone: [] } : 'all';
  }
  const collection = SLUGS.get(name) ?? name;
  const tag = `${collection}:${documentKey._id}`;
  const isGone =
    operationType === 'delete' ||
    (fullDocument?._status ?? 'published') !== 'published' ||
    updateDescription?.updatedFields?.filename !== undefined;
  return { stale: [tag, collection], gone: isGone ? [`${tag}:self`] : [] };
}

/** True if a document is a draft and was one before: an editor is typing. */
const isDraftEdit = ({ operationType, fullDocument, updateDescription }: ContentChange): boolean =>
  fullDocument?._status === 'draft' &&
  (operationType === 'insert' ||
    (operationType === 'update' && updateDescription?.updatedFields?._status === undefined));
