import type { Plugin } from 'payload';

/**
 * No document is ever locked. Payload's collection of locks takes no access rules from the configuration:
 * every account could lock any document, and read who works on which. Autosave deletes locks anyway.
 */
export const noLocks: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({ ...collection, lockDocuments: false })),
  globals: config.globals?.map((global) => ({ ...global, lockDocuments: false })),
});
