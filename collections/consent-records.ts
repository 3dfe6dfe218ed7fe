import type { CollectionConfig } from 'payload';
import { forbidWrites } from '#content/hooks/forbid-operations.ts';
import { SUBMISSION_ROLES } from '#domain/roles.ts';
import { hasRole, nobody } from '#platform/access/rules.ts';

export const ConsentRecords: CollectionConfig = {
  slug: 'consent-records',
  labels: { singular: 'Consent record', plural: 'Consent records' },
  disableDuplicate: true,
  // Evidence: written once, with the submission. Deleting the submission removes the client's address and browser from it.
  access: {
    create: nobody,
    read: hasRole(...SUBMISSION_ROLES),
    update: nobody,
    delete: nobody,
  },
  admin: {
    group: 'Requests',
    useAsTitle: 'wording',
    defaultColumns: ['recordedAt', 'given', 'version', 'submission'],
    description: 'What visitors were shown and what they ticked. It is shown at each request.',
    hidden: true,
  },
  defaultSort: '-recordedAt',
  // `recordedAt` is enough; Payload's two timestamps would each add an index.
  timestamps: false,
  // Inserted by `src/submissions/pipeline/record-consent.ts`.
  hooks: {
    beforeOperation: [forbidWrites('A consent record is written once, with its request.')],
  },
  fields: [
    {
      name: 'submission',
      type: 'relationship',
      label: 'Request',
      relationTo: 'form-submissions',
      required: true,
      index: true,
    },
    {
      name: 'text',
      type: 'relationship',
      label: 'Consent text',
      relationTo: 'consent-texts',
      required: true,
      index: true,
    },
    { name: 'version', type: 'number', required: true },
    { name: 'wording', type: 'textarea', label: 'Wording as shown', required: true },
    { name: 'hash', type: 'text', label: 'SHA-256 of the wording', required: true },
    {
      name: 'given',
      type: 'checkbox',
      label: 'The box was ticked',
      required: true,
      defaultValue: false,
    },
    { name: 'page', type: 'text', label: 'Shown on' },
    { name: 'address', type: 'text', label: 'Address of the sender' },
    { name: 'userAgent', type: 'text', label: 'Browser of the sender' },
    { name: 'recordedAt', type: 'date', label: 'Recorded', required: true },
  ],
};
