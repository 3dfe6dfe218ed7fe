import type { CollectionConfig } from 'payload';
import { blocks, inlineBlocks } from '#content/blocks/configs.ts';
import { createdBy } from '#content/fields/created-by.ts';
import { defaultPopulate } from '#content/fields/default-populate.ts';
import { drafts } from '#content/fields/drafts.ts';
import { exitLink } from '#content/fields/exit-link.ts';
import { validateOptionalHttps } from '#content/fields/link.ts';
import { previewUrls } from '#content/fields/preview.ts';
import { bodyText } from '#content/fields/rich-text.ts';
import { searchEnginesTab } from '#content/fields/search-engines.ts';
import { slug } from '#content/fields/slug.ts';
import { redirectOldAddress, rememberOldAddress } from '#content/hooks/redirect-old-address.ts';
import { restrictPublishing } from '#content/hooks/restrict-publishing.ts';
import { isSlug } from '#domain/slug.ts';
import {
  hasRole,
  hiddenUnless,
  ownedByWriterOr,
  publishedOnlyBy,
  publishedOr,
} from '#platform/access/rules.ts';
import { populatePublishedAt } from './populate-published-at.ts';
import { validateCitations } from './validate-citations.ts';

export const Articles: CollectionConfig = {
  slug: 'articles',
  labels: { singular: 'Article', plural: 'Articles' },
  access: {
    create: publishedOnlyBy(['editor', 'admin'], hasRole('writer', 'editor', 'admin')),
    read: publishedOr('writer', 'editor', 'reviewer', 'admin'),
    readVersions: hasRole('writer', 'editor', 'reviewer', 'admin'),
    update: publishedOnlyBy(['editor', 'admin'], ownedByWriterOr('editor', 'admin')),
    delete: hasRole('admin'),
  },
  admin: {
    group: 'Content',
    hidden: hiddenUnless('writer', 'editor', 'reviewer', 'admin'),
    hideAPIURL: true,
    disableCopyToLocale: true,
    useAsTitle: 'title',
    defaultColumns: ['title', '_status', 'authors', 'stages', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'summary'],
    description: 'What readers come for. Write, preview, and publish when it is ready.',
    ...previewUrls('articles'),
  },
  defaultPopulate,
  versions: drafts,
  defaultSort: '-updatedAt',
  hooks: {
    beforeOperation: [restrictPublishing('editor', 'admin')],
    beforeValidate: [validateCitations],
    beforeChange: [populatePublishedAt, rememberOldAddress],
    afterChange: [redirectOldAddress],
  },
  fields: [
    { name: 'title', type: 'text', localized: true, required: true, maxLength: 120 },
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
              admin: { description: 'Two sentences that say what a reader will know afterward.' },
            },
            { name: 'picture', type: 'upload', relationTo: 'media' },
            bodyText({ name: 'body', label: 'Text', required: true }, { blocks, inlineBlocks }),
          ],
        },
        {
          label: 'Citations',
          fields: [
            {
              name: 'citations',
              type: 'array',
              labels: { singular: 'Source', plural: 'Sources' },
              admin: {
                description:
                  'In the order of their numbers. In the text, type / and choose Citation to refer to one.',
              },
              fields: [
                {
                  name: 'key',
                  type: 'text',
                  label: 'Short name',
                  required: true,
                  validate: (value: unknown) =>
                    (typeof value === 'string' && isSlug(value)) ||
                    'Use small letters, numbers and hyphens, like “samhsa-tip-47”.',
                  admin: {
                    description: 'What citations in the text refer to, like “samhsa-tip-47”.',
                  },
                },
                { name: 'title', type: 'text', required: true, maxLength: 300 },
                { name: 'publisher', type: 'text', required: true, maxLength: 200 },
                {
                  type: 'row',
                  fields: [
                    { name: 'year', type: 'text', maxLength: 20, admin: { width: '30%' } },
                    {
                      name: 'detail',
                      type: 'text',
                      maxLength: 200,
                      admin: {
                        width: '70%',
                        description:
                          'Chapter, edition, volume and pages: what helps to find the place.',
                      },
                    },
                  ],
                },
                {
                  name: 'url',
                  type: 'text',
                  label: 'Address',
                  maxLength: 500,
                  validate: validateOptionalHttps,
                },
              ],
            },
          ],
        },
        {
          label: 'Related',
          fields: [
            {
              name: 'related',
              type: 'relationship',
              label: 'Related articles',
              relationTo: 'articles',
              hasMany: true,
              maxRows: 6,
              filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
              admin: {
                description:
                  'Shown first wherever related articles stand; free places are filled by shared stages and topics.',
              },
            },
          ],
        },
        searchEnginesTab,
      ],
    },
    slug({ localized: true }),
    exitLink,
    {
      name: 'authors',
      type: 'relationship',
      relationTo: 'people',
      hasMany: true,
      required: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'stages',
      type: 'relationship',
      label: 'Treatment stages',
      relationTo: 'treatment-stages',
      hasMany: true,
      admin: {
        position: 'sidebar',
        description: 'The stages it speaks of. They are marked on its pathway.',
      },
    },
    {
      name: 'topics',
      type: 'relationship',
      relationTo: 'topics',
      hasMany: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'publishedAt',
      type: 'date',
      label: 'First published',
      index: true,
      admin: {
        position: 'sidebar',
        readOnly: true,
        condition: (data) => Boolean(data?.publishedAt),
        components: {
          Field: '/desk/shared/date-time-field.tsx#DateTimeField',
          Cell: '/desk/shared/date-time-cell.tsx#DateTimeCell',
        },
      },
    },
    createdBy,
  ],
};
