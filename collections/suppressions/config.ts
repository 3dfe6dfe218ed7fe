import type { CollectionConfig } from 'payload';
import { forbidChanges } from '#content/hooks/forbid-operations.ts';
import { SUBMISSION_ROLES } from '#domain/roles.ts';
import {
  SUPPRESSED_CHANNEL_LABELS,
  SUPPRESSED_CHANNELS,
  WITHDRAWAL_SOURCE_LABELS,
  WITHDRAWAL_SOURCES,
} from '#domain/withdrawal.ts';
import { byHooksOnly, hasRole, hiddenUnless, nobody } from '#platform/access/rules.ts';
import { closeContactSubmissions, hashContact } from './hash-contact.ts';

const coordinators = hasRole(...SUBMISSION_ROLES);

export const Suppressions: CollectionConfig = {
  slug: 'suppressions',
  labels: { singular: 'Withdrawal', plural: 'Withdrawals' },
  disableDuplicate: true,
  disableBulkEdit: true,
  disableBulkDelete: true,
  access: { create: coordinators, read: coordinators, update: nobody, delete: nobody },
  admin: {
    group: 'Requests',
    useAsTitle: 'at',
    defaultColumns: ['at', 'channel', 'source', 'by'],
    description:
      'Who asked not to be contacted, kept without keeping who they are. Nobody can take a line away: if the person sends a new request later, that one counts.',
    hidden: hiddenUnless(...SUBMISSION_ROLES),
    hideAPIURL: true,
    disableCopyToLocale: true,
  },
  defaultSort: '-at',
  hooks: {
    beforeValidate: [hashContact],
    afterChange: [closeContactSubmissions],
    beforeOperation: [forbidChanges('A withdrawal is kept for good.')],
  },
  fields: [
    {
      name: 'contact',
      type: 'text',
      label: 'Phone number or email address',
      virtual: true,
      admin: {
        readOnly: false,
        disableListColumn: true,
        disableListFilter: true,
        condition: (data) => !data?.hash && !data?.at,
        description:
          'Of the person who wants no contact. It is not kept, only a fingerprint of it, by which we recognize it.',
      },
    },
    {
      name: 'channel',
      type: 'select',
      label: 'What we no longer use',
      options: SUPPRESSED_CHANNELS.map((value) => ({
        value,
        label: SUPPRESSED_CHANNEL_LABELS[value],
      })),
      access: byHooksOnly,
      admin: { readOnly: true, condition: (data) => Boolean(data?.at) },
    },
    {
      name: 'source',
      type: 'select',
      label: 'How we know',
      options: WITHDRAWAL_SOURCES.map((value) => ({
        value,
        label: WITHDRAWAL_SOURCE_LABELS[value],
      })),
      access: byHooksOnly,
      admin: { readOnly: true, condition: (data) => Boolean(data?.at) },
    },
    {
      name: 'at',
      type: 'date',
      label: 'Since',
      index: true,
      access: byHooksOnly,
      admin: {
        readOnly: true,
        condition: (data) => Boolean(data?.at),
        components: {
          Field: '/desk/shared/date-time-field.tsx#DateTimeField',
          Cell: '/desk/shared/date-time-cell.tsx#DateTimeCell',
        },
      },
    },
    {
      name: 'by',
      type: 'relationship',
      relationTo: 'users',
      label: 'Written down by',
      access: byHooksOnly,
      admin: {
        readOnly: true,
        condition: (data) => Boolean(data?.by),
        components: { Cell: '/desk/coordinator/withdrawal/recorded-by-cell.tsx#RecordedByCell' },
      },
    },
    {
      name: 'hash',
      type: 'text',
      required: true,
      index: true,
      access: byHooksOnly,
      admin: { hidden: true },
    },
  ],
};
