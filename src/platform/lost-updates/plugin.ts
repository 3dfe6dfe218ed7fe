import type { CollectionConfig, GlobalConfig, Plugin } from 'payload';
import { changeManyEndpoint } from './change-many.ts';
import { checkBase, checkGlobalBase } from './check-base.ts';
import { changeLogField, editIdField } from './fields.ts';
import { logChange, logGlobalChange } from './log-change.ts';
import { stayPublished } from './stay-published.ts';

/**
 * Optimistic concurrency for every document and global, at every door: a write that says on which version
 * it is based is refused if that is not the newest.
 */
export const preventLostUpdates: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map(guardCollection),
  globals: config.globals?.map(guardGlobal),
});

/** For what has no drafts. */
const SaveButton = '/desk/shared/save-button.tsx#SaveButton';

/** For what has drafts: each of these changes a document at once, past its form. */
const forDrafts = {
  Status: '/desk/editor/document-status.tsx#DocumentStatus',
  UnpublishButton: '/desk/editor/unpublish-button.tsx#UnpublishButton',
};

/** What has no moments is written once, and never changed. */
const guardCollection = (collection: CollectionConfig): CollectionConfig =>
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
              ...(hasDrafts(collection) && forDrafts),
              ...collection.admin?.components?.edit,
            },
          },
        },
        fields: [...collection.fields, ...fieldsFor(collection)],
        endpoints: [
          ...(collection.endpoints || []),
          ...(collection.disableBulkEdit ? [] : [changeManyEndpoint(collection.slug)]),
        ],
        hooks: {
          ...collection.hooks,
          beforeOperation: [
            checkBase,
            ...(collection.hooks?.beforeOperation ?? []),
            ...(hasDrafts(collection) ? [stayPublished] : []),
          ],
          beforeChange: [...(collection.hooks?.beforeChange ?? []), logChange],
        },
      };

const guardGlobal = (global: GlobalConfig): GlobalConfig => ({
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
    beforeOperation: [checkGlobalBase, ...(global.hooks?.beforeOperation ?? [])],
    beforeChange: [...(global.hooks?.beforeChange ?? []), logGlobalChange],
  },
});

const hasDrafts = ({ versions }: CollectionConfig): boolean =>
  typeof versions === 'object' && Boolean(versions.drafts);

const fieldsFor = ({ versions }: CollectionConfig | GlobalConfig) =>
  savesItself(versions) ? [changeLogField, editIdField] : [changeLogField];

const savesItself = (versions: CollectionConfig['versions'] | GlobalConfig['versions']): boolean =>
  typeof versions === 'object' &&
  typeof versions.drafts === 'object' &&
  Boolean(versions.drafts.autosave);
