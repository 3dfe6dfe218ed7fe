import type { CollectionConfig, Field } from 'payload';
import { WORK_ON_REQUESTS } from '#domain/roles.ts';
import { hasRole, hiddenUnless, nobody } from '#platform/access/rules.ts';
import { documentAccess } from '#platform/rest-guard/document-access.ts';
import { doneByHand, sendAgain } from './endpoints.ts';

/** What Payload keeps of a job is for the worker, which finds the next one by one index of ours. */
const unseen = (field: Field): Field =>
  ({
    ...field,
    index: false,
    ...('tabs' in field && {
      tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(unseen) })),
    }),
    admin: { ...field.admin, hidden: true, disableListColumn: true, disableListFilter: true },
  }) as Field;

/** The jobs as colleagues see them: the messages that have not gone yet. The platform alone writes them. */
export const asMessages = (jobs: CollectionConfig): CollectionConfig => ({
  ...jobs,
  labels: { singular: 'Message', plural: 'Messages' },
  disableDuplicate: true,
  disableBulkEdit: true,
  disableBulkDelete: true,
  access: { create: nobody, read: hasRole(...WORK_ON_REQUESTS), update: nobody, delete: nobody },
  admin: {
    group: 'Requests',
    defaultColumns: ['message', 'request', 'state', 'createdAt'],
    description:
      'What has not gone yet. A message that was sent leaves this list; the timeline of its request tells of what went to the visitor.',
    hidden: hiddenUnless(...WORK_ON_REQUESTS),
    hideAPIURL: true,
    disableCopyToLocale: true,
  },
  defaultSort: 'createdAt',
  indexes: [{ fields: ['queue', 'completedAt', 'createdAt'] }],
  // Nobody runs jobs through the API: the worker does.
  endpoints: [documentAccess, sendAgain, doneByHand],
  fields: [
    shown('message', 'Message', '/desk/coordinator/messages/message-cell.tsx#MessageCell'),
    shown('request', 'Request', '/desk/coordinator/messages/request-cell.tsx#RequestCell'),
    shown('state', 'State', '/desk/coordinator/messages/state-cell.tsx#StateCell'),
    {
      name: 'createdAt',
      type: 'date',
      label: 'Since',
      admin: {
        disableBulkEdit: true,
        readOnly: true,
        components: {
          Field: '/desk/shared/moment-field.tsx#MomentField',
          Cell: '/desk/shared/moment-cell.tsx#MomentCell',
        },
      },
    },
    ...jobs.fields.map(unseen),
  ],
});

const shown = (name: string, label: string, Cell: string): Field => ({
  name,
  type: 'ui',
  label,
  admin: { components: { Cell } },
});
