import type { CollectionConfig, GlobalConfig, Plugin } from 'payload';
import { bulkUpdateEndpoint } from './bulk-update.ts';
import { checkBaseVersion, checkGlobalBaseVersion } from './check-base-version.ts';
import { changeLogField, editIdField } from './fields.ts';
import { keepPublished } from './keep-published.ts';
import { logChange, logGlobalChange } from './log-change.ts';

/**
 * Optimistic concurrency for every collection and global, through every API: a write that names its base version is
 * rejected with 409 if that is not the newest.
 */
export const preventLostUpdates: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map(protectCollection),
  globals: config.globals?.map(protectGlobal),
});

/** Replaces Payload's button for documents without drafts. */
const SaveButton = '/desk/shared/save-button.tsx#SaveButton';

/** Replace Payload's components for documents with drafts, which change a document without its form. */
const draftButtons = {
  Status: '/desk/editor/document-status.tsx#DocumentStatus',
  UnpublishButton: '/desk/editor/unpublish-button.tsx#UnpublishButton',
};

/** Leaves collections without timestamps alone: their documents are never updated. */
const protectCollection = (collection: CollectionConfig): CollectionConfig =>
  collection.timestamps === false
    ? collection
    : {
        ...collection,
        admin: {
          ...collection.admin,
          components: {
            ...collection.admin?.components,
            edit: {
              SaveButton,
              ...(hasDrafts(collection) && draftButtons),
              ...collection.admin?.components?.edit,
            },
          },
        },
        fields: [...collection.fields, ...fieldsFor(collection)],
        endpoints: [
          ...(collection.endpoints || []),
          ...(collection.disableBulkEdit ? [] : [bulkUpdateEndpoint(collection.slug)]),
        ],
        hooks: {
          ...collection.hooks,
          beforeOperation: [
            checkBaseVersion,
            ...(collection.hooks?.beforeOperation ?? []),
            ...(hasDrafts(collection) ? [keepPublished] : []),
          ],
          beforeChange: [...(collection.hooks?.beforeChange ?? []), logChange],
        },
      };

const protectGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  admin: {
    ...global.admin,
    components: {
      ...global.admin?.components,
      elements: { SaveButton, ...global.admin?.components?.elements },
    },
  },
  fields: [...global.fields, ...fieldsFor(global)],
  hooks: {
    ...global.hooks,
    beforeOperation: [checkGlobalBaseVersion, ...(global.hooks?.beforeOperation ?? [])],
    beforeChange: [...(global.hooks?.beforeChange ?? []), logGlobalChange],
  },
});

const hasDrafts = ({ versions }: CollectionConfig): boolean =>
  typeof versions === 'object' && Boolean(versions.drafts);

const fieldsFor = ({ versions }: CollectionConfig | GlobalConfig) =>
  hasAutosave(versions) ? [changeLogField, editIdField] : [changeLogField];

const hasAutosave = (versions: CollectionConfig['versions'] | GlobalConfig['versions']): boolean =>
  typeof versions === 'object' &&
  typeof versions.drafts === 'object' &&
  Boolean(versions.drafts.autosave);
