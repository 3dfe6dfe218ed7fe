import type { Plugin } from 'payload';

/**
 * Disables document locks. The configuration cannot set access rules for Payload's collection of locks: every account
 * could lock any document, and read who edits which. Autosave deletes locks anyway.
 */
export const disableLocks: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({ ...collection, lockDocuments: false })),
  globals: config.globals?.map((global) => ({ ...global, lockDocuments: false })),
});
