import type { CollectionConfig } from 'payload';
import { WORK_ON_REQUESTS } from '#domain/roles.ts';
import { SPAM_SIGNAL_LABELS, SPAM_SIGNALS } from '#domain/spam-signals.ts';
import { CLOSED_REASON_LABELS, CLOSED_REASONS, STATUS_LABELS, STATUSES } from '#domain/statuses.ts';
import { byHooksOnly, hasRole, hiddenUnless, nobody } from '#platform/access/rules.ts';
import { findEndpoint } from '#submissions/find-submissions.ts';
import { timelineEndpoint } from '#submissions/timeline/read-timeline.ts';
import { checkNote, LONGEST_NOTE } from './check-note.ts';
import { forgetTimeline } from './forget-timeline.ts';
import { forgetTraces } from './forget-traces.ts';
import { holdSeat } from './hold-seat.ts';
import { parseRequest } from './parse-request.ts';
import { refuseContact } from './refuse-contact.ts';
import { sendHeld } from './send-held.ts';
import { sentFields } from './sent-fields.ts';
import { takeOrAssign } from './take-or-assign.ts';
import { withdrawEndpoint } from './withdraw.ts';
import { withdrawByHand } from './withdraw-by-hand.ts';
import { writeTimeline } from './write-timeline.ts';

const coordinators = hasRole(...WORK_ON_REQUESTS);

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
    hidden: hiddenUnless(...WORK_ON_REQUESTS),
    hideAPIURL: true,
    disableCopyToLocale: true,
    components: {
      beforeListTable: ['/desk/coordinator/list/requests-above.tsx#RequestsAbove'],
      edit: { SaveButton: '/desk/coordinator/request/save-request.tsx#SaveRequest' },
    },
  },
  defaultSort: '-receivedAt',
  hooks: {
    beforeOperation: [withdrawByHand],
    beforeValidate: [parseRequest, checkNote],
    beforeChange: [refuseContact, takeOrAssign, holdSeat],
    afterChange: [writeTimeline, sendHeld],
    beforeDelete: [forgetTimeline, forgetTraces],
  },
  endpoints: [findEndpoint, timelineEndpoint, withdrawEndpoint],
  fields: [
    {
      name: 'possibleSpam',
      type: 'ui',
      admin: { components: { Field: '/desk/coordinator/spam/suspect.tsx#SuspectNotice' } },
    },
    {
      name: 'summary',
      type: 'ui',
      admin: {
        components: { Field: '/desk/coordinator/request/request-summary.tsx#RequestSummary' },
      },
    },
    {
      name: 'note',
      type: 'textarea',
      label: 'Add a note',
      virtual: true,
      maxLength: LONGEST_NOTE,
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
        components: { Field: '/desk/coordinator/request/request-timeline.tsx#RequestTimeline' },
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
          Field: '/desk/shared/moment-field.tsx#MomentField',
          Cell: '/desk/shared/moment-cell.tsx#MomentCell',
        },
      },
    },
    // A mark beside the status, never a status: a marked request waits like any other.
    {
      name: 'quarantined',
      type: 'checkbox',
      label: 'Possible spam',
      defaultValue: false,
      index: true,
      access: { create: nobody, update: coordinators },
      admin: {
        position: 'sidebar',
        components: { Field: '/desk/coordinator/spam/suspect.tsx#SuspectChoice' },
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
    ...sentFields,
  ],
};
