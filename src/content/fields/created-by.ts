import type { RelationshipField } from 'payload';
import { byHooksOnly, hasRole } from '#platform/access/rules.ts';

/**
 * The account that created the document; writers may change only their own. Only administrators read it:
 * a filter by its fields would reveal a colleague's email address letter by letter.
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
