import type { Field } from 'payload';
import { BEST_TIME_LABELS, BEST_TIMES } from '#domain/best-times.ts';
import { QUESTION_TYPES } from '#domain/questions.ts';
import {
  CONTACT_METHOD_LABELS,
  CONTACT_METHODS,
  KIND_LABELS,
  SUBMISSION_KINDS,
} from '#domain/submission-kinds.ts';
import { SHARED_DETAIL_LABELS, SHARED_DETAILS } from '#domain/withdrawal.ts';
import { byHooksOnly } from '#platform/access/rules.ts';

/** A field that the pipeline writes once; `SubmissionSummary` shows it. */
const submittedField = (field: Field): Field =>
  ({ access: byHooksOnly, ...field, admin: { hidden: true, ...field.admin } }) as Field;

/** A submitted field with personal data; not a list filter, because filter values appear in the URL. */
const personalField = (field: Field): Field =>
  submittedField({ ...field, admin: { ...field.admin, disableListFilter: true } } as Field);

/** A field for lookups by the platform; never readable through the API. */
const secretField = (field: Field): Field =>
  ({ access: byHooksOnly, ...field, hidden: true }) as Field;

/** The fields of a submission as the visitor sent it. */
export const submittedFields: Field[] = [
  submittedField({ name: 'reference', type: 'text', required: true, unique: true, index: true }),
  submittedField({
    name: 'kind',
    type: 'select',
    required: true,
    options: SUBMISSION_KINDS.map((value) => ({ value, label: KIND_LABELS[value] })),
  }),
  submittedField({
    name: 'callToAction',
    type: 'relationship',
    relationTo: 'calls-to-action',
    required: true,
  }),
  personalField({
    name: 'name',
    type: 'text',
    admin: { components: { Cell: '/desk/coordinator/list/name-cell.tsx#NameCell' } },
  }),
  personalField({ name: 'email', type: 'text' }),
  personalField({ name: 'normalizedEmail', type: 'text', label: 'Email (as mail is sent to it)' }),
  personalField({ name: 'phone', type: 'text' }),
  personalField({ name: 'phoneE164', type: 'text', label: 'Phone (E.164)', index: true }),
  submittedField({
    name: 'preferredContact',
    type: 'select',
    required: true,
    options: CONTACT_METHODS.map((value) => ({ value, label: CONTACT_METHOD_LABELS[value] })),
  }),
  submittedField({
    name: 'bestTime',
    type: 'select',
    options: BEST_TIMES.map((value) => ({ value, label: BEST_TIME_LABELS[value] })),
  }),
  submittedField({ name: 'slot', type: 'date', label: 'Time chosen', index: true }),
  personalField({ name: 'message', type: 'textarea' }),
  personalField({ name: 'contactWishes', type: 'textarea', label: 'Contact wishes' }),
  submittedField({
    name: 'voicemail',
    type: 'checkbox',
    label: 'A voicemail may be left',
    defaultValue: false,
  }),
  submittedField({
    name: 'receiptByMail',
    type: 'checkbox',
    label: 'A receipt by email was asked for',
    defaultValue: false,
  }),
  personalField({
    name: 'answers',
    type: 'array',
    fields: [
      { name: 'question', type: 'text', required: true },
      { name: 'label', type: 'text', required: true },
      { name: 'type', type: 'select', required: true, options: [...QUESTION_TYPES] },
      { name: 'values', type: 'text', hasMany: true, required: true },
    ],
  }),
  submittedField({ name: 'page', type: 'text', label: 'Sent from' }),
  submittedField({ name: 'locale', type: 'text', required: true }),
  submittedField({ name: 'timeZone', type: 'text', label: 'Visitor’s time zone' }),
  submittedField({
    name: 'receivedAt',
    type: 'date',
    label: 'Received',
    required: true,
    index: true,
    admin: { components: { Cell: '/desk/shared/date-time-cell.tsx#DateTimeCell' } },
  }),
  submittedField({
    name: 'withdrawnBeside',
    type: 'select',
    label: 'Shared with a request that was taken back',
    hasMany: true,
    options: SHARED_DETAILS.map((value) => ({ value, label: SHARED_DETAIL_LABELS[value] })),
  }),
  secretField({ name: 'receipt', type: 'text', required: true, unique: true, index: true }),
  secretField({
    name: 'keys',
    type: 'text',
    hasMany: true,
    required: true,
    unique: true,
    index: true,
  }),
  secretField({ name: 'fingerprint', type: 'text', required: true }),
  // A replay without a key gets a receipt of its own, which acts only for its sender.
  secretField({
    name: 'repeats',
    type: 'array',
    fields: [
      { name: 'receipt', type: 'text', required: true, index: true },
      { name: 'receivedAt', type: 'date', required: true },
      { name: 'timeZone', type: 'text' },
    ],
  }),
  secretField({ name: 'withdrawnReceipts', type: 'text', hasMany: true }),
  // Slot and number of one of its parallel calls, like `2026-12-01T15:00:00.000Z#1`.
  secretField({ name: 'seat', type: 'text', unique: true }),
];
