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
import { rejectStaleWrites } from './check-base-version.ts';
import { type Conflict, conflictOf } from './conflict-error.ts';

/** A document that could not be updated; in case of a conflict, with its details. */
interface BulkUpdateError extends Partial<Conflict> {
  id: string;
  message: string;
  isPublic: boolean;
}

/**
 * Returns the endpoint that replaces Payload's bulk update. It updates each document by itself, based on its newest
 * version. Payload's starts from the published version, which loses a newer draft, and reports a write conflict as a
 * mistake of the client.
 */
export const bulkUpdateEndpoint = (slug: string): Endpoint => ({
  path: '/',
  method: 'patch',
  handler: async (req) => {
    const { config } = req.payload.collections[slug as CollectionSlug] ?? {};
    if (!config) throw new APIError('Not Found', 404);
    if (config.disableBulkEdit) throw new Forbidden(req.t);
    await addDataAndFileToRequest(req);
    if (req.file) throw new APIError('Files are changed one at a time.', 400);
    const params = parseParams(req.query);
    if (!params.where) throw new APIError('Say by where which documents to change.', 400);
    const data = (req.data ?? {}) as Document;
    const ids = await findIds(config, params, data, req);
    const { draft, publishAllLocales, unpublishAllLocales } = params;
    const write = {
      where: { id: { in: ids } },
      data,
      draft,
      publishAllLocales,
      unpublishAllLocales,
    };
    await rejectStaleWrites(write, 'update', config, req);
    const docs: unknown[] = [];
    const errors: BulkUpdateError[] = [];
    let conflicts = 0;
    let invalid: ValidationError | undefined;
    for (const id of ids) {
      try {
        docs.push(await updateOne(config, id, params, data, req));
      } catch (error) {
        const conflict = conflictOf(error);
        if (conflict) conflicts += 1;
        if (error instanceof ValidationError) invalid ??= error;
        errors.push({ id, ...(conflict ? { isPublic: true, ...conflict } : describeError(error)) });
      }
    }
    // If every document is invalid, the response names the fields.
    if (invalid && docs.length === 0 && conflicts === 0) throw invalid;
    const status = errors.length === 0 ? 200 : conflicts > 0 ? 409 : 400;
    const message = summaryMessage(config, docs.length, errors.length, req);
    const headers = headersWithCors({ headers: new Headers(), req });
    return Response.json({ docs, errors, message }, { status, headers });
  },
});

/** Returns the ids of the requested documents that the person may update. */
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
  const readable = { ...find, where: where as Where, limit: limit ?? 0, sort, select, req };
  const { docs } = await req.payload.find({ ...readable, overrideAccess: false });
  const readableIds = docs.map(({ id }) => String(id));
  if (allowed === true) return readableIds;
  // System: an access rule may refer to fields that the person cannot read.
  const writable = { ...find, where: { and: [{ id: { in: readableIds } }, allowed] }, select, req };
  const { docs: writableDocs } = await req.payload.find({ ...writable, overrideAccess: true });
  return writableDocs.map(({ id }) => String(id));
}

function updateOne(
  config: SanitizedCollectionConfig,
  id: string,
  { depth, draft, populate, select, trash, publishAllLocales, unpublishAllLocales }: ParsedParams,
  data: Document,
  req: PayloadRequest,
): Promise<unknown> {
  // Each document has its own transaction, so that a failure does not roll back the others.
  const isolatedReq = isolateObjectProperty(req, 'transactionID');
  isolatedReq.transactionID = undefined as never;
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
    req: isolatedReq,
  });
}

const GENERIC_MESSAGE = 'Something went wrong.';

function describeError(error: unknown): Omit<BulkUpdateError, 'id'> {
  const isPublic = error instanceof APIError && error.status < 500;
  return { message: isPublic ? error.message : GENERIC_MESSAGE, isPublic };
}

function summaryMessage(
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
