import type {
  CollectionBeforeOperationHook,
  CollectionSlug,
  GlobalConfig,
  GlobalSlug,
  PayloadRequest,
  SanitizedCollectionConfig,
  Where,
} from 'payload';
import { parseBaseVersion } from './base-version.ts';
import type { Document } from './change-log.ts';
import { refuseStale } from './refuse-stale.ts';

/** A write as Payload's operations take it; a restore has no data of its own. */
interface Write {
  id?: string;
  where?: Where;
  data?: Document;
  draft?: boolean;
  publishAllLocales?: boolean;
  unpublishAllLocales?: boolean;
}

/** Whether it publishes or takes from the site, whatever its data say. */
const isFlipping = ({ publishAllLocales, unpublishAllLocales }: Write): boolean =>
  Boolean(publishAllLocales || unpublishAllLocales);

type Hook = NonNullable<NonNullable<GlobalConfig['hooks']>['beforeOperation']>[number];

const WRITES = ['update', 'restoreVersion'];

/**
 * Refuses a write to a collection that is based on an older version than the newest one. The moments of a
 * document are the platform's: what a client sends as such is compared, and never stored.
 * @throws EditConflict (409), ValidationError (400)
 */
export const checkBase: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
  overrideAccess,
}) => {
  const write = args as Write;
  if (operation === 'create' && !overrideAccess)
    return { ...args, data: withoutMoments(write.data) };
  if (!WRITES.includes(operation)) return args;
  await refuseStaleWrite(write, operation, collection, req, overrideAccess);
  return write.data ? { ...args, data: withoutMoments(write.data) } : args;
};

/**
 * Refuses a write if one of the documents that it is about is newer than its base.
 * @throws EditConflict (409), ValidationError (400)
 */
export async function refuseStaleWrite(
  write: Write,
  operation: string,
  collection: SanitizedCollectionConfig,
  req: PayloadRequest,
  overrideAccess?: boolean,
): Promise<void> {
  const sent = operation === 'restoreVersion' ? bodyOf(req) : write.data;
  const base = parseBaseVersion(sent?.updatedAt);
  if (!base) return;
  const { slug, flattenedFields: fields } = collection;
  for (const newest of await findNewest(write, operation, collection, req, overrideAccess)) {
    // Beside a newer draft, what is no draft is written to what readers see.
    const isOnNewest = write.draft === true || newest._status !== 'draft';
    const mayBeIdle = operation === 'update' && isOnNewest && !isFlipping(write);
    await refuseStale({ slug, base, newest, sent, operation, mayBeIdle, fields, req });
  }
}

/** As above, for a global. */
export const checkGlobalBase: Hook = async ({ args, global, operation, req, overrideAccess }) => {
  if (!WRITES.includes(operation)) return args;
  const write = args as Write;
  const sent = operation === 'restoreVersion' ? bodyOf(req) : write.data;
  const base = parseBaseVersion(sent?.updatedAt);
  if (base && (overrideAccess || (await global.access.update({ req, data: write.data })))) {
    const newest = (await req.payload.findGlobal({
      slug: global.slug as GlobalSlug,
      draft: Boolean(global.versions?.drafts),
      depth: 0,
      // System: whether the person may change it was asked above.
      overrideAccess: true,
      req,
    })) as unknown as Document;
    const { slug, flattenedFields: fields } = global;
    const mayBeIdle = operation === 'update';
    await refuseStale({ slug, base, newest, sent, operation, mayBeIdle, fields, req });
  }
  return write.data ? { ...args, data: withoutMoments(write.data) } : args;
};

/** The newest versions of the documents that this write is about, as far as the person may change them. */
async function findNewest(
  { id, where, data }: Write,
  operation: string,
  collection: SanitizedCollectionConfig,
  req: PayloadRequest,
  overrideAccess: boolean | undefined,
): Promise<Document[]> {
  const slug = collection.slug as CollectionSlug;
  const document = operation === 'restoreVersion' ? await parentOf(slug, String(id), req) : id;
  const allowed = overrideAccess || (await collection.access.update({ req, id: document, data }));
  // Payload says so itself, in a moment.
  if (!allowed) return [];
  const asked: Where = document ? { id: { equals: document } } : (where ?? {});
  const { docs } = await req.payload.find({
    collection: slug,
    where: allowed === true ? asked : { and: [asked, allowed] },
    draft: Boolean(collection.versions?.drafts),
    trash: true,
    depth: 0,
    pagination: false,
    // System: whether the person may change them was asked above.
    overrideAccess: true,
    req,
  });
  return docs as unknown as Document[];
}

async function parentOf(
  collection: CollectionSlug,
  version: string,
  req: PayloadRequest,
): Promise<string | undefined> {
  const { docs } = await req.payload.db.findVersions({
    collection,
    where: { id: { equals: version } },
    limit: 1,
    pagination: false,
    req,
  });
  const parent: unknown = docs[0]?.parent;
  return parent === undefined ? 'none' : String(parent);
}

const bodyOf = ({ data }: PayloadRequest) => data as Document | undefined;

function withoutMoments<Data extends Document | undefined>(data: Data): Data {
  if (!data) return data;
  const { updatedAt: _, createdAt: __, ...rest } = data;
  return rest as Data;
}
