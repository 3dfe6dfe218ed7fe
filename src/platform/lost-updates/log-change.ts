import { setTimeout as pause } from 'node:timers/promises';
import type {
  CollectionBeforeChangeHook,
  FlattenedField,
  GlobalConfig,
  PayloadRequest,
} from 'payload';
import { appendChange, changedFields, type Document, readChangeLog } from './change-log.ts';

/** Longest wait for the clock, which may have been set back. */
const MAX_WAIT_MS = 20;

type GlobalHook = NonNullable<NonNullable<GlobalConfig['hooks']>['beforeChange']>[number];

/** Adds the person and the changed fields to the change log. Must be the last `beforeChange` hook. */
export const logChange: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => withChange(data, originalDoc, collection.flattenedFields, req);

/** Does the same for a global. */
export const logGlobalChange: GlobalHook = async ({ data, global, originalDoc, req }) =>
  withChange(data, originalDoc, global.flattenedFields, req);

async function withChange(
  data: Document,
  original: Document | undefined,
  fields: FlattenedField[],
  { user }: PayloadRequest,
): Promise<Document> {
  await waitForNewTimestamp(original?.updatedAt);
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

/** Waits for the next millisecond if necessary: two versions of a document must not have the same timestamp. */
async function waitForNewTimestamp(updatedAt: unknown): Promise<void> {
  const last = new Date(String(updatedAt)).getTime();
  const giveUpAt = performance.now() + MAX_WAIT_MS;
  while (Date.now() <= last && performance.now() < giveUpAt) await pause(1);
}
