import type { CollectionConfig, Field } from 'payload';
import { SUBMISSION_ROLES } from '#domain/roles.ts';
import { hasRole, hiddenUnless, nobody } from '#platform/access/rules.ts';
import { documentAccessEndpoint } from '#platform/rest-guard/document-access.ts';
import { doneByHandEndpoint, sendAgainEndpoint } from './message-endpoints.ts';

/** Hides a field of Payload's jobs, and drops its index: workers find jobs by the one index below. */
const hideField = (field: Field): Field =>
  ({
    ...field,
    index: false,
    ...('tabs' in field && {
      tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(hideField) })),
    }),
    admin: { ...field.admin, hidden: true, disableListColumn: true, disableListFilter: true },
  }) as Field;

/** Turns Payload's collection of jobs into the list of unsent messages in the admin. Only the platform writes it. */
export const toMessagesCollection = (jobs: CollectionConfig): CollectionConfig => ({
  ...jobs,
  labels: { singular: 'Message', plural: 'Messages' },
  disableDuplicate: true,
  disableBulkEdit: true,
  disableBulkDelete: true,
  access: { create: nobody, read: hasRole(...SUBMISSION_ROLES), update: nobody, delete: nobody },
  admin: {
    group: 'Requests',
    defaultColumns: ['message', 'request', 'state', 'createdAt'],
    description:
      'What has not gone yet. A message that was sent leaves this list; the timeline of its request tells of what went to the visitor.',
    hidden: hiddenUnless(...SUBMISSION_ROLES),
    hideAPIURL: true,
    disableCopyToLocale: true,
  },
  defaultSort: 'createdAt',
  indexes: [{ fields: ['queue', 'completedAt', 'createdAt'] }],
  // Replaces Payload's endpoints that run jobs: only the worker runs them.
  endpoints: [documentAccessEndpoint, sendAgainEndpoint, doneByHandEndpoint],
  fields: [
    createCellField(
      'message',
      'Message',
      '/desk/coordinator/messages/message-cell.tsx#MessageCell',
    ),
    createCellField(
      'request',
      'Request',
      '/desk/coordinator/messages/submission-cell.tsx#SubmissionCell',
    ),
    createCellField('state', 'State', '/desk/coordinator/messages/state-cell.tsx#StateCell'),
    {
      name: 'createdAt',
      type: 'date',
      label: 'Since',
      admin: {
        disableBulkEdit: true,
        readOnly: true,
        components: {
          Field: '/desk/shared/date-time-field.tsx#DateTimeField',
          Cell: '/desk/shared/date-time-cell.tsx#DateTimeCell',
        },
      },
    },
    ...jobs.fields.map(hideField),
  ],
});

const createCellField = (name: string, label: string, Cell: string): Field => ({
  name,
  type: 'ui',
  label,
  admin: { components: { Cell } },
});
