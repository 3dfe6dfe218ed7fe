import type { Field } from 'payload';
import { BEST_TIME_LABELS, BEST_TIMES } from '#domain/best-times.ts';
import { QUESTION_TYPES } from '#domain/questions.ts';
import {
  CONTACT_WAY_LABELS,
  CONTACT_WAYS,
  KIND_LABELS,
  SUBMISSION_KINDS,
} from '#domain/submission-kinds.ts';
import { SHARED, SHARED_LABELS } from '#domain/withdrawal.ts';
import { byHooksOnly } from '#platform/access/rules.ts';

/** What the visitor sent: written once, by the door; shown together by the summary. */
const sent = (field: Field): Field =>
  ({ access: byHooksOnly, ...field, admin: { hidden: true, ...field.admin } }) as Field;

/** As `sent`; not offered as a filter, because what is filtered by stands in the address of the list. */
const personal = (field: Field): Field =>
  sent({ ...field, admin: { ...field.admin, disableListFilter: true } } as Field);

/** For finding a request again; never shown, not even to those who see the request. */
const secret = (field: Field): Field => ({ access: byHooksOnly, ...field, hidden: true }) as Field;

/** A request as it came in. */
export const sentFields: Field[] = [
  sent({ name: 'reference', type: 'text', required: true, unique: true, index: true }),
  sent({
    name: 'kind',
    type: 'select',
    required: true,
    options: SUBMISSION_KINDS.map((value) => ({ value, label: KIND_LABELS[value] })),
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
    admin: { components: { Cell: '/desk/coordinator/list/name-cell.tsx#NameCell' } },
  }),
  personal({ name: 'email', type: 'text' }),
  personal({ name: 'normalizedEmail', type: 'text', label: 'Email (as mail is sent to it)' }),
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
  sent({ name: 'slot', type: 'date', label: 'Time chosen', index: true }),
  personal({ name: 'message', type: 'textarea' }),
  personal({ name: 'contactWishes', type: 'textarea', label: 'Contact wishes' }),
  sent({
    name: 'voicemail',
    type: 'checkbox',
    label: 'A voicemail may be left',
    defaultValue: false,
  }),
  sent({
    name: 'receiptByMail',
    type: 'checkbox',
    label: 'A receipt by email was asked for',
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
    admin: { components: { Cell: '/desk/shared/moment-cell.tsx#MomentCell' } },
  }),
  sent({
    name: 'withdrawnBeside',
    type: 'select',
    label: 'Shared with a request that was taken back',
    hasMany: true,
    options: SHARED.map((value) => ({ value, label: SHARED_LABELS[value] })),
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
  // Who sends the same answers without a key has a receipt of their own: it acts for nobody else.
  secret({
    name: 'repeats',
    type: 'array',
    fields: [
      { name: 'receipt', type: 'text', required: true, index: true },
      { name: 'receivedAt', type: 'date', required: true },
      { name: 'timeZone', type: 'text' },
    ],
  }),
  secret({ name: 'withdrawnReceipts', type: 'text', hasMany: true }),
  // One of the calls that there can be at the time chosen, like `2026-12-01T15:00:00.000Z#1`.
  secret({ name: 'seat', type: 'text', unique: true }),
];
