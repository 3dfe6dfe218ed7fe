import type { CollectionConfig } from 'payload';
import { blocks } from '#content/blocks/configs.ts';
import { defaultPopulate } from '#content/fields/default-populate.ts';
import { drafts } from '#content/fields/drafts.ts';
import { exitLink } from '#content/fields/exit-link.ts';
import { bodyText } from '#content/fields/rich-text.ts';
import { searchEnginesTab } from '#content/fields/search-engines.ts';
import { slug } from '#content/fields/slug.ts';
import { redirectOldAddress, rememberOldAddress } from '#content/hooks/redirect-old-address.ts';
import { restrictPublishing } from '#content/hooks/restrict-publishing.ts';
import { hasRole, hiddenUnless, publishedOnlyBy, publishedOr } from '#platform/access/rules.ts';

const text = { blocks, inlineBlocks: [] };

export const TreatmentStages: CollectionConfig = {
  slug: 'treatment-stages',
  labels: { singular: 'Treatment stage', plural: 'Treatment stages' },
  disableDuplicate: true,
  access: {
    create: publishedOnlyBy(['editor', 'admin'], hasRole('editor', 'admin')),
    read: publishedOr('writer', 'editor', 'reviewer', 'admin'),
    readVersions: hasRole('writer', 'editor', 'reviewer', 'admin'),
    update: publishedOnlyBy(['editor', 'admin'], hasRole('editor', 'admin')),
    delete: hasRole('admin'),
  },
  admin: {
    group: 'Content',
    hidden: hiddenUnless('writer', 'editor', 'reviewer', 'admin'),
    hideAPIURL: true,
    disableCopyToLocale: true,
    useAsTitle: 'title',
    defaultColumns: ['position', 'title', 'levelOfCare', '_status', 'updatedAt'],
    description: 'The stages of treatment, in order. They make up the pathway on every page.',
  },
  defaultPopulate,
  versions: drafts,
  defaultSort: 'position',
  hooks: {
    beforeOperation: [restrictPublishing('editor', 'admin')],
    beforeChange: [rememberOldAddress],
    afterChange: [redirectOldAddress],
  },
  fields: [
    { name: 'title', type: 'text', localized: true, required: true, maxLength: 80 },
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Text',
          fields: [
            {
              name: 'summary',
              type: 'textarea',
              localized: true,
              required: true,
              maxLength: 300,
              admin: { description: 'One or two sentences, shown at the stage on the pathway.' },
            },
            {
              name: 'levelOfCare',
              type: 'text',
              label: 'Level of care',
              localized: true,
              required: true,
              maxLength: 150,
            },
            {
              name: 'usualDuration',
              type: 'text',
              label: 'How long it usually takes',
              localized: true,
              required: true,
              maxLength: 150,
            },
            { name: 'picture', type: 'upload', relationTo: 'media' },
            bodyText({ name: 'whatHappens', label: 'What happens', required: true }, text),
            bodyText({ name: 'whatComesNext', label: 'What comes next', required: true }, text),
          ],
        },
        searchEnginesTab,
      ],
    },
    {
      name: 'position',
      type: 'number',
      required: true,
      min: 1,
      index: true,
      admin: { position: 'sidebar', description: 'Its place on the pathway: 1 comes first.' },
    },
    slug({ localized: true }),
    exitLink,
  ],
};
