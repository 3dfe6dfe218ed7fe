import type { CollectionBeforeChangeHook } from 'payload';

/** Counts up the version when the wording changes, and keeps the words that were replaced. */
export const keepEarlierWordings: CollectionBeforeChangeHook = ({
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
