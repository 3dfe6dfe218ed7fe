import { beforeEveryOperation } from '#platform/plugins/before-every-operation.ts';

const WRITES = ['create', 'update', 'restoreVersion'];

/**
 * Removes `select` from a write. Payload hands hooks only the selected fields of the document after a change, and a
 * field that was not selected would look like one that was emptied.
 */
function ignoreSelect<Args>({ args, operation }: { args?: Args; operation: string }) {
  return WRITES.includes(operation) ? ({ ...args, select: undefined } as Args) : args;
}

/** Responses to writes contain whole documents, as far as the client may read them, whatever it selects. */
export const ignoreSelectOnWrites = beforeEveryOperation({
  collection: ignoreSelect,
  global: ignoreSelect,
});
