import type { CollectionBeforeOperationHook, GlobalBeforeOperationHook, Plugin } from 'payload';

interface OperationHooks {
  collection?: CollectionBeforeOperationHook;
  global?: GlobalBeforeOperationHook;
  /** Where they run among the `beforeOperation` hooks that there are. */
  position?: 'first' | 'last';
}

/** Returns a plugin that adds `beforeOperation` hooks to all collections and globals. */
export const beforeEveryOperation = ({
  collection: collectionHook,
  global: globalHook,
  position = 'last',
}: OperationHooks): Plugin => {
  const add = <Hook>(hooks: Hook[] = [], hook: Hook | undefined): Hook[] => {
    if (!hook) return hooks;
    return position === 'first' ? [hook, ...hooks] : [...hooks, hook];
  };
  return (config) => ({
    ...config,
    collections: config.collections?.map((collection) => ({
      ...collection,
      hooks: {
        ...collection.hooks,
        beforeOperation: add(collection.hooks?.beforeOperation, collectionHook),
      },
    })),
    globals: config.globals?.map((global) => ({
      ...global,
      hooks: {
        ...global.hooks,
        beforeOperation: add(global.hooks?.beforeOperation, globalHook),
      },
    })),
  });
};
