import { randomUUID } from 'node:crypto';
import type { Field } from 'payload';
import { byHooksOnly, nobody } from '#platform/access/rules.ts';

/** Who changed what lately. Nobody reads it: it answers those whose save came too late, in words. */
export const changeLogField: Field = {
  name: 'changeLog',
  type: 'json',
  access: { ...byHooksOnly, read: nobody },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
};

/**
 * Names the copy of a document that an opened form holds; each answer to a save brings a new one. A form
 * that saves itself may send its next change before it has read the answer to its last one, or after that
 * answer was lost: its own change is no reason to refuse it.
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
