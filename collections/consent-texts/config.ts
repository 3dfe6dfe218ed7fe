import type { CollectionConfig } from 'payload';
import { slug } from '#content/fields/slug.ts';
import { CONSENT_PURPOSE_LABELS, CONSENT_PURPOSES } from '#domain/consent-purposes.ts';
import { findWordingProblems } from '#domain/consent-wording-template.ts';
import { DEFAULT_LOCALE, LANGUAGE_NAMES, LOCALES } from '#domain/locales.ts';
import { anyone, byHooksOnly, hasRole, hiddenUnless } from '#platform/access/rules.ts';
import { clearMemoized } from '#platform/memoize-briefly.ts';
import { archiveReplacedWording } from './archive-replaced-wording.ts';
import { preventDeletingShownWording } from './prevent-deleting-shown-wording.ts';

const version = {
  name: 'version',
  type: 'number',
  access: byHooksOnly,
  admin: { readOnly: true },
} as const;

export const ConsentTexts: CollectionConfig = {
  slug: 'consent-texts',
  labels: { singular: 'Consent text', plural: 'Consent texts' },
  // Purpose and language are unique together: a duplicate could never be saved.
  disableDuplicate: true,
  access: {
    create: hasRole('admin'),
    read: anyone,
    update: hasRole('admin'),
    delete: hasRole('admin'),
  },
  admin: {
    group: 'Requests',
    useAsTitle: 'name',
    defaultColumns: ['name', 'version', 'updatedAt'],
    description:
      'The exact words beside a checkbox. A change makes a new version; what visitors agreed to before is kept as it was.',
    hidden: hiddenUnless('admin'),
    hideAPIURL: true,
    disableCopyToLocale: true,
  },
  indexes: [{ fields: ['purpose', 'language'], unique: true }],
  hooks: {
    beforeChange: [archiveReplacedWording],
    afterChange: [clearMemoized],
    beforeDelete: [preventDeletingShownWording],
    afterDelete: [clearMemoized],
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 100 },
    {
      type: 'row',
      fields: [
        {
          name: 'purpose',
          type: 'select',
          label: 'Asked for',
          required: true,
          defaultValue: CONSENT_PURPOSES[0],
          options: CONSENT_PURPOSES.map((value) => ({
            value,
            label: CONSENT_PURPOSE_LABELS[value],
          })),
        },
        {
          name: 'language',
          type: 'select',
          required: true,
          defaultValue: DEFAULT_LOCALE,
          options: LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
          admin: { description: 'Each language has a text, and versions, of its own.' },
        },
      ],
    },
    {
      name: 'wording',
      type: 'textarea',
      required: true,
      maxLength: 1500,
      validate: (value: unknown) => findWordingProblems(String(value ?? '')).join('. ') || true,
      admin: {
        description:
          'Write {brand} for the site’s name, {terms} and {privacy} for the links to the two pages.',
      },
    },
    {
      ...version,
      label: 'Version in force',
      defaultValue: 1,
      admin: { ...version.admin, position: 'sidebar' },
    },
    slug({
      from: 'name',
      description:
        'What forms ask for it by, made from the name. Change it only before it is in use.',
    }),
    {
      name: 'earlier',
      type: 'array',
      label: 'Earlier versions',
      access: byHooksOnly,
      admin: { readOnly: true, condition: (data) => data?.earlier?.length > 0 },
      fields: [
        version,
        { name: 'wording', type: 'textarea', admin: { readOnly: true } },
        { name: 'replacedAt', type: 'date', admin: { readOnly: true } },
      ],
    },
  ],
};
