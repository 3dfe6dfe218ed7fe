import type { CollectionBeforeOperationHook, GlobalBeforeOperationHook, Plugin } from 'payload';

const WRITES = ['create', 'update', 'restoreVersion'];

/**
 * Removes `select` from a write. Payload hands hooks only the selected fields of the document after a change, and a
 * field that was not selected would look like one that was emptied.
 */
const ignoreInCollection: CollectionBeforeOperationHook = ({ args, operation }) =>
  WRITES.includes(operation) ? { ...args, select: undefined } : args;

const ignoreInGlobal: GlobalBeforeOperationHook = ({ args, operation }) =>
  WRITES.includes(operation) ? { ...args, select: undefined } : args;

/** Responses to writes contain whole documents, as far as the client may read them, whatever it selects. */
export const ignoreSelectOnWrites: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [...(collection.hooks?.beforeOperation ?? []), ignoreInCollection],
    },
  })),
  globals: config.globals?.map((global) => ({
    ...global,
    hooks: {
      ...global.hooks,
      beforeOperation: [...(global.hooks?.beforeOperation ?? []), ignoreInGlobal],
    },
  })),
});
