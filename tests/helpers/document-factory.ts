import { randomUUID } from 'node:crypto';
import type { CollectionSlug, Payload, TypeWithID } from 'payload';
import { payload } from '#data/payload.ts';
import { MESSAGE_NAMES } from '#submissions/messages/messages.ts';
import type { Account } from './accounts.ts';
import { DATA_BUILDERS, fileOptions, type GetSharedId } from './document-data.ts';

/** Creates a document of one of Payload's own collections, owned by this account if it has an owner; returns its id. */
export async function createPayloadDocument(
  api: Payload,
  slug: string,
  owner: Account,
): Promise<string> {
  const user = { relationTo: 'users', value: owner.user.id };
  const data = {
    'payload-jobs': { taskSlug: MESSAGE_NAMES[0], input: { submission: 'x' } },
    'payload-kv': { key: randomUUID(), data: { secret: 'x' } },
    'payload-migrations': { name: 'x', batch: 1 },
    'payload-preferences': { key: 'x', value: { secret: 'x' }, user },
  }[slug];
  return String((await api.db.create({ collection: slug as 'users', data: data ?? {} })).id);
}

export type CreateDocument = (
  collection: string,
  title: string,
  options?: { published?: boolean; by?: Account },
) => Promise<TypeWithID & Record<string, unknown>>;

/** Creates minimal valid documents with `overrideAccess`. */
export interface DocumentFactory {
  api: Payload;
  sharedId: GetSharedId;
  createDocument: CreateDocument;
  /** Deletes all documents of a collection, with their versions. */
  deleteAll: (collection: string) => Promise<void>;
}

export async function documentFactory(): Promise<DocumentFactory> {
  const api = await payload();
  const sharedIds = new Map<string, Promise<string>>();
  const createDocument: CreateDocument = async (
    collection,
    title,
    { published = false, by } = {},
  ) => {
    const hasDrafts = Boolean(
      api.collections[collection as CollectionSlug]?.config.versions?.drafts,
    );
    const data = await DATA_BUILDERS[collection]?.(title, sharedId);
    // Payload's operations refuse to create consent records.
    if (collection === 'consent-records') return api.db.create({ collection, data: data ?? {} });
    return api.create({
      collection: collection as 'articles',
      data: { ...data, ...(hasDrafts && { _status: published ? 'published' : 'draft' }) } as never,
      ...fileOptions(collection),
      user: by?.user,
      depth: 0,
      // System: fixtures are created independently of any user's rights.
      overrideAccess: true,
    }) as unknown as ReturnType<CreateDocument>;
  };
  const sharedId: GetSharedId = (collection) => {
    const id = sharedIds.get(collection) ?? createShared(collection);
    sharedIds.set(collection, id);
    return id;
  };
  const createShared = async (collection: CollectionSlug) =>
    String(
      (await createDocument(collection, `A ${collection} for others`, { published: true })).id,
    );
  const deleteAll = async (collection: string) => {
    sharedIds.delete(collection);
    await api.db.collections[collection]?.deleteMany({});
    await api.db.versions[collection]?.deleteMany({});
  };
  return { api, sharedId, createDocument, deleteAll };
}
