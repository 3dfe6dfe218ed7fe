import type { CollectionBeforeChangeHook } from 'payload';

/** When the wording changes, increments the version and archives the replaced wording. */
export const archiveReplacedWording: CollectionBeforeChangeHook = ({
  data,
  originalDoc,
  operation,
}) => {
  if (operation === 'create') return { ...data, version: 1, earlier: [] };
  const { version, wording, earlier = [] } = originalDoc;
  if (data.wording === undefined || data.wording === wording) return { ...data, version, earlier };
  const replaced = { version, wording, replacedAt: new Date().toISOString() };
  return { ...data, version: version + 1, earlier: [...earlier, replaced] };
};
