import {
  APIError,
  addDataAndFileToRequest,
  type CollectionSlug,
  type Endpoint,
  Forbidden,
  headersWithCors,
  isolateObjectProperty,
  type ParsedParams,
  type PayloadRequest,
  parseParams,
  type SanitizedCollectionConfig,
  ValidationError,
  type Where,
} from 'payload';
import type { Document } from './change-log.ts';
import { refuseStaleWrite } from './check-base.ts';
import { type Conflict, conflictIn } from './conflict-error.ts';

/** One that was changed meanwhile says what changed, as a conflict does. */
interface Failure extends Partial<Conflict> {
  id: string;
  message: string;
  isPublic: boolean;
}

/**
 * Changes several documents, each by itself and on its newest text. Payload's own way starts from what is
 * published, so that a newer draft would be lost, and takes a write conflict for a mistake of the sender.
 */
export const changeManyEndpoint = (slug: string): Endpoint => ({
  path: '/',
  method: 'patch',
  handler: async (req) => {
    const { config } = req.payload.collections[slug as CollectionSlug] ?? {};
    if (!config) throw new APIError('Not Found', 404);
    if (config.disableBulkEdit) throw new Forbidden(req.t);
    await addDataAndFileToRequest(req);
    if (req.file) throw new APIError('Files are changed one at a time.', 400);
    const asked = parseParams(req.query);
    if (!asked.where) throw new APIError('Say by where which documents to change.', 400);
    const data = (req.data ?? {}) as Document;
    const ids = await findIds(config, asked, data, req);
    const { draft, publishAllLocales, unpublishAllLocales } = asked;
    const write = {
      where: { id: { in: ids } },
      data,
      draft,
      publishAllLocales,
      unpublishAllLocales,
    };
    await refuseStaleWrite(write, 'update', config, req);
    const docs: unknown[] = [];
    const errors: Failure[] = [];
    let conflicts = 0;
    let invalid: ValidationError | undefined;
    for (const id of ids) {
      try {
        docs.push(await changeOne(config, id, asked, data, req));
      } catch (error) {
        const conflict = conflictIn(error);
        if (conflict) conflicts += 1;
        if (error instanceof ValidationError) invalid ??= error;
        errors.push({ id, ...(conflict ? { isPublic: true, ...conflict } : inWords(error)) });
      }
    }
    // What is wrong with all of them is said by the names of the fields.
    if (invalid && docs.length === 0 && conflicts === 0) throw invalid;
    const status = errors.length === 0 ? 200 : conflicts > 0 ? 409 : 400;
    const message = messageOf(config, docs.length, errors.length, req);
    const headers = headersWithCors({ headers: new Headers(), req });
    return Response.json({ docs, errors, message }, { status, headers });
  },
});

/** The documents that were asked for, as far as the person may change them. */
async function findIds(
  config: SanitizedCollectionConfig,
  { where, draft, limit, sort, trash }: ParsedParams,
  data: Document,
  req: PayloadRequest,
): Promise<string[]> {
  const allowed = await config.access.update({ req, data });
  if (!allowed) throw new Forbidden(req.t);
  const find = {
    collection: config.slug as CollectionSlug,
    draft,
    trash,
    pagination: false,
    depth: 0,
  };
  const select = { updatedAt: true } as object;
  const asked = { ...find, where: where as Where, limit: limit ?? 0, sort, select, req };
  const { docs } = await req.payload.find({ ...asked, overrideAccess: false });
  const found = docs.map(({ id }) => String(id));
  if (allowed === true) return found;
  // System: a rule may look at fields that the person cannot read.
  const own = { ...find, where: { and: [{ id: { in: found } }, allowed] }, select, req };
  const theirs = await req.payload.find({ ...own, overrideAccess: true });
  return theirs.docs.map(({ id }) => String(id));
}

function changeOne(
  config: SanitizedCollectionConfig,
  id: string,
  { depth, draft, populate, select, trash, publishAllLocales, unpublishAllLocales }: ParsedParams,
  data: Document,
  req: PayloadRequest,
): Promise<unknown> {
  // A transaction of its own: one that fails takes none of the others along.
  const own = isolateObjectProperty(req, 'transactionID');
  own.transactionID = undefined as never;
  return req.payload.update({
    collection: config.slug as CollectionSlug,
    id,
    data: structuredClone(data) as never,
    depth,
    draft,
    populate,
    select: select as never,
    trash,
    publishAllLocales,
    unpublishAllLocales,
    overrideAccess: false,
    overrideLock: false,
    req: own,
  });
}

const FAILED = 'Something went wrong.';

function inWords(error: unknown): Omit<Failure, 'id'> {
  const isPublic = error instanceof APIError && error.status < 500;
  return { message: isPublic ? error.message : FAILED, isPublic };
}

function messageOf(
  { labels }: SanitizedCollectionConfig,
  changed: number,
  failed: number,
  { t }: PayloadRequest,
): string {
  const total = changed + failed;
  const label = String(total === 1 ? labels.singular : labels.plural);
  return failed === 0
    ? t('general:updatedCountSuccessfully', { count: changed, label })
    : t('error:unableToUpdateCount', { count: failed, label, total });
}
