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
import { rejectStaleWrite } from './reject-stale-write.ts';

/** Arguments of Payload's write operations; a restore has no data. */
interface WriteArgs {
  id?: string;
  where?: Where;
  data?: Document;
  draft?: boolean;
  publishAllLocales?: boolean;
  unpublishAllLocales?: boolean;
}

/** True if the write publishes or unpublishes, regardless of its data. */
const changesPublication = ({ publishAllLocales, unpublishAllLocales }: WriteArgs): boolean =>
  Boolean(publishAllLocales || unpublishAllLocales);

type GlobalBeforeOperationHook = NonNullable<
  NonNullable<GlobalConfig['hooks']>['beforeOperation']
>[number];

const WRITE_OPERATIONS = ['update', 'restoreVersion'];

/**
 * Rejects a write to a collection that is not based on the newest version. Timestamps that a client sends are compared,
 * but never stored.
 * @throws EditConflict (409), ValidationError (400)
 */
export const checkBaseVersion: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
  overrideAccess,
}) => {
  const write = args as WriteArgs;
  if (operation === 'create' && !overrideAccess)
    return { ...args, data: withoutTimestamps(write.data) };
  if (!WRITE_OPERATIONS.includes(operation)) return args;
  await rejectStaleWrites(write, operation, collection, req, overrideAccess);
  return write.data ? { ...args, data: withoutTimestamps(write.data) } : args;
};

/**
 * Rejects a write if one of its documents has a newer version than the base.
 * @throws EditConflict (409), ValidationError (400)
 */
export async function rejectStaleWrites(
  write: WriteArgs,
  operation: string,
  collection: SanitizedCollectionConfig,
  req: PayloadRequest,
  overrideAccess?: boolean,
): Promise<void> {
  const body = operation === 'restoreVersion' ? requestBodyOf(req) : write.data;
  const base = parseBaseVersion(body?.updatedAt);
  if (!base) return;
  const { slug, flattenedFields: fields } = collection;
  for (const newest of await findNewest(write, operation, collection, req, overrideAccess)) {
    // If there is a newer draft, a write that is not a draft changes the published version.
    const isOnNewest = write.draft === true || newest._status !== 'draft';
    const mayBeNoOp = operation === 'update' && isOnNewest && !changesPublication(write);
    await rejectStaleWrite({ slug, base, newest, body, operation, mayBeNoOp, fields, req });
  }
}

/** Rejects a write to a global that is not based on the newest version. */
export const checkGlobalBaseVersion: GlobalBeforeOperationHook = async ({
  args,
  global,
  operation,
  req,
  overrideAccess,
}) => {
  if (!WRITE_OPERATIONS.includes(operation)) return args;
  const write = args as WriteArgs;
  const body = operation === 'restoreVersion' ? requestBodyOf(req) : write.data;
  const base = parseBaseVersion(body?.updatedAt);
  if (base && (overrideAccess || (await global.access.update({ req, data: write.data })))) {
    const newest = (await req.payload.findGlobal({
      slug: global.slug as GlobalSlug,
      draft: Boolean(global.versions?.drafts),
      depth: 0,
      // System: access was checked above.
      overrideAccess: true,
      req,
    })) as unknown as Document;
    const { slug, flattenedFields: fields } = global;
    const mayBeNoOp = operation === 'update';
    await rejectStaleWrite({ slug, base, newest, body, operation, mayBeNoOp, fields, req });
  }
  return write.data ? { ...args, data: withoutTimestamps(write.data) } : args;
};

/** Returns the newest versions of the documents of a write that the person may update. */
async function findNewest(
  { id, where, data }: WriteArgs,
  operation: string,
  collection: SanitizedCollectionConfig,
  req: PayloadRequest,
  overrideAccess: boolean | undefined,
): Promise<Document[]> {
  const slug = collection.slug as CollectionSlug;
  const document = operation === 'restoreVersion' ? await parentOf(slug, String(id), req) : id;
  const allowed = overrideAccess || (await collection.access.update({ req, id: document, data }));
  // Payload rejects the write itself.
  if (!allowed) return [];
  const query: Where = document ? { id: { equals: document } } : (where ?? {});
  const { docs } = await req.payload.find({
    collection: slug,
    where: allowed === true ? query : { and: [query, allowed] },
    draft: Boolean(collection.versions?.drafts),
    trash: true,
    depth: 0,
    pagination: false,
    // System: access was checked above.
    overrideAccess: true,
    req,
  });
  return docs as unknown as Document[];
}

/** Returns the id of the document of a version; an id that matches nothing if there is no such version. */
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

const requestBodyOf = ({ data }: PayloadRequest) => data as Document | undefined;

function withoutTimestamps<Data extends Document | undefined>(data: Data): Data {
  if (!data) return data;
  const { updatedAt: _, createdAt: __, ...rest } = data;
  return rest as Data;
}
