import type { CollectionConfig } from 'payload';
import { SUBMISSION_ROLES } from '#domain/roles.ts';
import { SPAM_SIGNAL_LABELS, SPAM_SIGNALS } from '#domain/spam-signals.ts';
import { CLOSED_REASON_LABELS, CLOSED_REASONS, STATUS_LABELS, STATUSES } from '#domain/statuses.ts';
import { byHooksOnly, hasRole, hiddenUnless, nobody } from '#platform/access/rules.ts';
import { findSubmissionsEndpoint } from '#submissions/find-submissions.ts';
import { timelineEndpoint } from '#submissions/timeline/read-timeline.ts';
import { authorizeOwnerChange } from './authorize-owner-change.ts';
import { deleteTimeline } from './delete-timeline.ts';
import { enforceWithdrawal } from './enforce-withdrawal.ts';
import { erasePersonalData } from './erase-personal-data.ts';
import { notifyWhenSpamCleared } from './notify-when-spam-cleared.ts';
import { parseSubmission } from './parse-submission.ts';
import { reserveOrReleaseSeat } from './reserve-or-release-seat.ts';
import { submittedFields } from './submitted-fields.ts';
import { MAX_NOTE_LENGTH, validateNote } from './validate-note.ts';
import { withdrawEndpoint } from './withdraw-endpoint.ts';
import { withdrawOnClose } from './withdraw-on-close.ts';
import { writeTimeline } from './write-timeline.ts';

const coordinators = hasRole(...SUBMISSION_ROLES);

export const FormSubmissions: CollectionConfig = {
  slug: 'form-submissions',
  labels: { singular: 'Request', plural: 'Requests' },
  disableDuplicate: true,
  disableBulkEdit: true,
  disableBulkDelete: true,
  access: {
    create: nobody,
    read: coordinators,
    update: coordinators,
    delete: hasRole('admin'),
  },
  admin: {
    group: 'Requests',
    useAsTitle: 'reference',
    defaultColumns: ['reference', 'kind', 'name', 'phone', 'status', 'owner', 'receivedAt'],
    listSearchableFields: ['reference'],
    description: 'What visitors have asked for. Take one to make it yours.',
    hidden: hiddenUnless(...SUBMISSION_ROLES),
    hideAPIURL: true,
    disableCopyToLocale: true,
    components: {
      beforeListTable: ['/desk/coordinator/list/before-list-table.tsx#BeforeListTable'],
      edit: {
        SaveButton: '/desk/coordinator/submission/save-submission-button.tsx#SaveSubmissionButton',
      },
    },
  },
  defaultSort: '-receivedAt',
  hooks: {
    beforeOperation: [withdrawOnClose],
    beforeValidate: [parseSubmission, validateNote],
    beforeChange: [enforceWithdrawal, authorizeOwnerChange, reserveOrReleaseSeat],
    afterChange: [writeTimeline, notifyWhenSpamCleared],
    beforeDelete: [deleteTimeline, erasePersonalData],
  },
  endpoints: [findSubmissionsEndpoint, timelineEndpoint, withdrawEndpoint],
  fields: [
    {
      name: 'possibleSpam',
      type: 'ui',
      admin: { components: { Field: '/desk/coordinator/spam/spam-fields.tsx#SpamNotice' } },
    },
    {
      name: 'summary',
      type: 'ui',
      admin: {
        components: {
          Field: '/desk/coordinator/submission/submission-summary.tsx#SubmissionSummary',
        },
      },
    },
    {
      name: 'note',
      type: 'textarea',
      label: 'Add a note',
      virtual: true,
      maxLength: MAX_NOTE_LENGTH,
      admin: {
        readOnly: false,
        disableListColumn: true,
        disableListFilter: true,
        description:
          'What was said and agreed. It is kept in the timeline and cannot be changed later.',
      },
    },
    {
      name: 'timeline',
      type: 'ui',
      admin: {
        components: {
          Field: '/desk/coordinator/submission/submission-timeline.tsx#SubmissionTimeline',
        },
      },
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'new',
      index: true,
      options: STATUSES.map((value) => ({ value, label: STATUS_LABELS[value] })),
      admin: {
        position: 'sidebar',
        isClearable: false,
        components: { Cell: '/desk/coordinator/list/status-cell.tsx#StatusCell' },
      },
    },
    {
      name: 'closedReason',
      type: 'select',
      label: 'Why it is closed',
      required: true,
      options: CLOSED_REASONS.map((value) => ({ value, label: CLOSED_REASON_LABELS[value] })),
      admin: {
        position: 'sidebar',
        condition: (data) => data?.status === 'closed',
        description:
          'Choose “Withdrawn by the visitor” if they told you that they want no contact. It also closes their other open requests, and cannot be undone.',
      },
    },
    {
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      admin: {
        position: 'sidebar',
        components: {
          Field: '/desk/coordinator/owner/owner-field.tsx#OwnerField',
          Cell: '/desk/coordinator/owner/owner-cell.tsx#OwnerCell',
        },
      },
    },
    {
      name: 'dueAt',
      type: 'date',
      label: 'Promised by',
      index: true,
      access: byHooksOnly,
      admin: {
        position: 'sidebar',
        readOnly: true,
        components: {
          Field: '/desk/shared/date-time-field.tsx#DateTimeField',
          Cell: '/desk/shared/date-time-cell.tsx#DateTimeCell',
        },
      },
    },
    // Not a status: a submission marked as spam waits like any other.
    {
      name: 'quarantined',
      type: 'checkbox',
      label: 'Possible spam',
      defaultValue: false,
      index: true,
      access: { create: nobody, update: coordinators },
      admin: {
        position: 'sidebar',
        components: { Field: '/desk/coordinator/spam/spam-fields.tsx#MarkAsSpam' },
      },
    },
    {
      name: 'suspicions',
      type: 'select',
      label: 'Why it may be spam',
      hasMany: true,
      options: SPAM_SIGNALS.map((value) => ({ value, label: SPAM_SIGNAL_LABELS[value] })),
      access: byHooksOnly,
      admin: { hidden: true },
    },
    {
      name: 'withdrawal',
      type: 'ui',
      admin: {
        position: 'sidebar',
        components: {
          Field: '/desk/coordinator/withdrawal/record-withdrawal.tsx#RecordWithdrawal',
        },
      },
    },
    ...submittedFields,
  ],
};
