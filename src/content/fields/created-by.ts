import type { RelationshipField } from 'payload';
import { byHooksOnly, hasRole } from '#platform/access/rules.ts';

/**
 * Whose document it is. A writer may change only the own ones. It is read by administrators alone: who
 * can filter by it can ask for the address of a colleague, letter by letter.
 */
export const createdBy: RelationshipField = {
  name: 'createdBy',
  type: 'relationship',
  relationTo: 'users',
  index: true,
  access: { ...byHooksOnly, read: hasRole('admin') },
  admin: { hidden: true },
  hooks: {
    beforeChange: [
      ({ operation, originalDoc, req }) =>
        operation === 'create' ? req.user?.id : originalDoc?.createdBy,
    ],
  },
};
