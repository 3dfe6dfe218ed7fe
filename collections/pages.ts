import type { CollectionConfig } from 'payload';
import { blocks, inlineBlocks } from '#content/blocks/configs.ts';
import { createdBy } from '#content/fields/created-by.ts';
import { defaultPopulate } from '#content/fields/default-populate.ts';
import { drafts } from '#content/fields/drafts.ts';
import { exitLink } from '#content/fields/exit-link.ts';
import { previewUrls } from '#content/fields/preview.ts';
import { bodyText } from '#content/fields/rich-text.ts';
import { searchEnginesTab } from '#content/fields/search-engines.ts';
import { slug } from '#content/fields/slug.ts';
import { redirectOldAddress, rememberOldAddress } from '#content/hooks/redirect-old-address.ts';
import { restrictPublishing } from '#content/hooks/restrict-publishing.ts';
import { RESERVED_SLUGS } from '#domain/site-paths.ts';
import {
  hasRole,
  hiddenUnless,
  ownedByWriterOr,
  publishedOnlyBy,
  publishedOr,
} from '#platform/access/rules.ts';

export const Pages: CollectionConfig = {
  slug: 'pages',
  labels: { singular: 'Page', plural: 'Pages' },
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
    defaultColumns: ['title', 'slug', '_status', 'updatedAt'],
    description: 'What stands at an address of its own: about, privacy, terms, contact.',
    ...previewUrls('pages'),
  },
  defaultPopulate: defaultPopulate,
  versions: drafts,
  defaultSort: 'title',
  hooks: {
    beforeOperation: [restrictPublishing('editor', 'admin')],
    beforeChange: [rememberOldAddress],
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
              admin: { description: 'One or two sentences, shown below the title.' },
            },
            bodyText({ name: 'body', label: 'Text', required: true }, { blocks, inlineBlocks }),
          ],
        },
        searchEnginesTab,
      ],
    },
    slug({ localized: true, reserved: RESERVED_SLUGS }),
    exitLink,
    createdBy,
  ],
};
