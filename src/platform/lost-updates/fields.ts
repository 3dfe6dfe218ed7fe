import { randomUUID } from 'node:crypto';
import type { Field } from 'payload';
import { byHooksOnly, nobody } from '#platform/access/rules.ts';

/** Field with the last changes of a document. No API returns it; it only serves to describe conflicts. */
export const changeLogField: Field = {
  name: 'changeLog',
  type: 'json',
  access: { ...byHooksOnly, read: nobody },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
};

/**
 * Field that identifies the copy of a document in an open form; each response has a new value. With autosave, a form
 * may send a change before it has the response to the last one, or after that response was lost. Its own change must
 * not count as a conflict.
 */
export const editIdField: Field = {
  name: 'editId',
  type: 'text',
  virtual: true,
  maxLength: 40,
  defaultValue: () => randomUUID(),
  access: { read: ({ req }) => Boolean(req.user) },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
};
