import type { CollectionConfig, Field } from 'payload';
import { byHooksOnly, hasRole, hiddenUnless, nobody } from '#access/rules.ts';
import { BEST_TIME_LABELS, BEST_TIMES } from '#domain/best-times.ts';
import { CONTACT_WAY_LABELS, CONTACT_WAYS, KIND_LABELS, KINDS } from '#domain/kinds.ts';
import { QUESTION_TYPES } from '#domain/questions.ts';
import { CLOSED_REASON_LABELS, CLOSED_REASONS, STATUS_LABELS, STATUSES } from '#domain/statuses.ts';
import { findEndpoint } from './find.ts';
import { forgetTimeline } from './forget-timeline.ts';
import { parseRequest } from './parse-request.ts';
import { takeOrAssign } from './take-or-assign.ts';
import { timelineEndpoint } from './timeline.ts';
import { writeTimeline } from './write-timeline.ts';

const coordinators = hasRole('coordinator', 'lead', 'admin');

/** What the visitor sent: written once, by the door; shown together by the summary. */
const sent = (field: Field): Field =>
  ({ access: byHooksOnly, ...field, admin: { hidden: true, ...field.admin } }) as Field;

/** As `sent`; not offered as a filter, because what is filtered by stands in the address of the list. */
const personal = (field: Field): Field =>
  sent({ ...field, admin: { ...field.admin, disableListFilter: true } } as Field);

/** For finding a request again; never shown, not even to those who see the request. */
const secret = (field: Field): Field => ({ access: byHooksOnly, ...field, hidden: true }) as Field;

export const FormSubmissions: CollectionConfig = {
  slug: 'form-submissions',
  labels: { singular: 'Request', plural: 'Requests' },
  disableDuplicate: true,
  disableBulkEdit: true,
  disableBulkDelete: true,
  // Long enough to type a note; who leaves the page does not keep others from the request.
  lockDocuments: { duration: 120 },
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
    hidden: hiddenUnless('coordinator', 'lead', 'admin'),
    hideAPIURL: true,
    disableCopyToLocale: true,
    components: { beforeListTable: ['/admin/requests-above.tsx#RequestsAbove'] },
  },
  defaultSort: '-receivedAt',
  hooks: {
    beforeValidate: [parseRequest],
    beforeChange: [takeOrAssign],
    afterChange: [writeTimeline],
    beforeDelete: [forgetTimeline],
  },
  endpoints: [findEndpoint, timelineEndpoint],
  fields: [
    {
      name: 'summary',
      type: 'ui',
      admin: { components: { Field: '/admin/request-summary.tsx#RequestSummary' } },
    },
    {
      name: 'note',
      type: 'textarea',
      label: 'Add a note',
      virtual: true,
      maxLength: 4000,
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
      admin: { components: { Field: '/admin/request-timeline.tsx#RequestTimeline' } },
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
        components: { Cell: '/admin/status-cell.tsx#StatusCell' },
      },
    },
    {
      name: 'closedReason',
      type: 'select',
      label: 'Why it is closed',
      required: true,
      options: CLOSED_REASONS.map((value) => ({ value, label: CLOSED_REASON_LABELS[value] })),
      admin: { position: 'sidebar', condition: (data) => data?.status === 'closed' },
    },
    {
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      admin: {
        position: 'sidebar',
        components: {
          Field: '/admin/owner-field.tsx#OwnerField',
          Cell: '/admin/owner-cell.tsx#OwnerCell',
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
          Field: '/admin/moment-field.tsx#MomentField',
          Cell: '/admin/moment-cell.tsx#MomentCell',
        },
      },
    },
    sent({ name: 'reference', type: 'text', required: true, unique: true, index: true }),
    sent({
      name: 'kind',
      type: 'select',
      required: true,
      index: true,
      options: KINDS.map((value) => ({ value, label: KIND_LABELS[value] })),
    }),
    sent({
      name: 'callToAction',
      type: 'relationship',
      relationTo: 'calls-to-action',
      required: true,
    }),
    personal({
      name: 'name',
      type: 'text',
      admin: { components: { Cell: '/admin/name-cell.tsx#NameCell' } },
    }),
    personal({ name: 'email', type: 'text' }),
    personal({ name: 'phone', type: 'text' }),
    personal({ name: 'phoneE164', type: 'text', label: 'Phone (E.164)', index: true }),
    sent({
      name: 'preferredContact',
      type: 'select',
      required: true,
      options: CONTACT_WAYS.map((value) => ({ value, label: CONTACT_WAY_LABELS[value] })),
    }),
    sent({
      name: 'bestTime',
      type: 'select',
      options: BEST_TIMES.map((value) => ({ value, label: BEST_TIME_LABELS[value] })),
    }),
    sent({ name: 'slot', type: 'date', label: 'Time chosen' }),
    personal({ name: 'message', type: 'textarea' }),
    sent({
      name: 'voicemail',
      type: 'checkbox',
      label: 'A voicemail may be left',
      defaultValue: false,
    }),
    personal({
      name: 'answers',
      type: 'array',
      fields: [
        { name: 'question', type: 'text', required: true },
        { name: 'label', type: 'text', required: true },
        { name: 'type', type: 'select', required: true, options: [...QUESTION_TYPES] },
        { name: 'values', type: 'text', hasMany: true, required: true },
      ],
    }),
    sent({ name: 'page', type: 'text', label: 'Sent from' }),
    sent({ name: 'locale', type: 'text', required: true }),
    sent({ name: 'timeZone', type: 'text', label: 'Visitor’s time zone' }),
    sent({
      name: 'receivedAt',
      type: 'date',
      label: 'Received',
      required: true,
      index: true,
      admin: { components: { Cell: '/admin/moment-cell.tsx#MomentCell' } },
    }),
    secret({ name: 'receipt', type: 'text', required: true, unique: true, index: true }),
    secret({
      name: 'keys',
      type: 'text',
      hasMany: true,
      required: true,
      unique: true,
      index: true,
    }),
    secret({ name: 'fingerprint', type: 'text', required: true }),
  ],
};
