import type { CollectionConfig } from 'payload';
import { SUBMISSION_ROLES } from '#domain/roles.ts';
import { EVENT_TYPE_LABELS, EVENT_TYPES } from '#domain/statuses.ts';
import { hasRole, nobody } from '#platform/access/rules.ts';

export const SubmissionEvents: CollectionConfig = {
  slug: 'submission-events',
  labels: { singular: 'Event', plural: 'Events' },
  disableDuplicate: true,
  // Append-only: written by the platform alone.
  access: {
    create: nobody,
    read: hasRole(...SUBMISSION_ROLES),
    update: nobody,
    delete: nobody,
  },
  admin: {
    group: 'Requests',
    useAsTitle: 'text',
    defaultColumns: ['at', 'type', 'submission', 'text'],
    description: 'What has happened to requests, line by line. It is shown at each request.',
    hidden: true,
  },
  defaultSort: 'at',
  // `at` is enough; Payload's two timestamps would each add an index.
  timestamps: false,
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
      name: 'type',
      type: 'select',
      required: true,
      options: EVENT_TYPES.map((value) => ({ value, label: EVENT_TYPE_LABELS[value] })),
    },
    { name: 'text', type: 'textarea', required: true },
    {
      name: 'actor',
      type: 'relationship',
      relationTo: 'users',
      admin: { description: 'Empty where the visitor or the platform acted.' },
    },
    { name: 'at', type: 'date', required: true },
  ],
};
