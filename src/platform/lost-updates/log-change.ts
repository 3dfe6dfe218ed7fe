import { setTimeout as pause } from 'node:timers/promises';
import type {
  CollectionBeforeChangeHook,
  FlattenedField,
  GlobalConfig,
  PayloadRequest,
} from 'payload';
import { appendChange, changedFields, type Document, readChangeLog } from './change-log.ts';

/** The clock may have been set back, or stand still; nobody waits for it longer than this. */
const LONGEST_WAIT_MS = 20;

type GlobalHook = NonNullable<NonNullable<GlobalConfig['hooks']>['beforeChange']>[number];

/** Notes with the document who changed which of its fields; the last of the hooks before a change. */
export const logChange: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => withChange(data, originalDoc, collection.flattenedFields, req);

/** As above, for a global. */
export const logGlobalChange: GlobalHook = async ({ data, global, originalDoc, req }) =>
  withChange(data, originalDoc, global.flattenedFields, req);

async function withChange(
  data: Document,
  original: Document | undefined,
  fields: FlattenedField[],
  { user }: PayloadRequest,
): Promise<Document> {
  await passMoment(original?.updatedAt);
  const changed = original ? changedFields(fields, original, data).map(({ name }) => name) : [];
  const { editId } = data;
  const change = {
    at: new Date().toISOString(),
    by: user?.id ?? null,
    fields: changed,
    ...(typeof editId === 'string' && { editId }),
  };
  return { ...data, changeLog: appendChange(readChangeLog(original), change) };
}

/** No two versions of a document have the same moment, by which they are told apart. */
async function passMoment(updatedAt: unknown): Promise<void> {
  const last = new Date(String(updatedAt)).getTime();
  const giveUpAt = performance.now() + LONGEST_WAIT_MS;
  while (Date.now() <= last && performance.now() < giveUpAt) await pause(1);
}
