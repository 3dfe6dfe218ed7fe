import type { RelationshipField } from 'payload';
import { byHooksOnly, hasRole } from '#access/rules.ts';

/** Whose document it is. A writer may change only the own ones. */
export const createdBy: RelationshipField = {
  name: 'createdBy',
  type: 'relationship',
  relationTo: 'users',
  index: true,
  access: { ...byHooksOnly, read: hasRole('writer', 'editor', 'reviewer', 'admin') },
  admin: { hidden: true },
  hooks: {
    beforeChange: [
      ({ operation, originalDoc, req }) =>
        operation === 'create' ? req.user?.id : originalDoc?.createdBy,
    ],
  },
};
