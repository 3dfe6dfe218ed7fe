import type { CollectionConfig } from 'payload';
import { blocks, inlineBlocks } from '#content/blocks/configs.ts';
import { asReferred } from '#content/fields/as-referred.ts';
import { createdBy } from '#content/fields/created-by.ts';
import { drafts } from '#content/fields/drafts.ts';
import { exitLink } from '#content/fields/exit-link.ts';
import { previewed } from '#content/fields/preview.ts';
import { bodyText } from '#content/fields/rich-text.ts';
import { searchEnginesTab } from '#content/fields/search-engines.ts';
import { slug } from '#content/fields/slug.ts';
import { keepOldAddress, rememberAddress } from '#content/hooks/old-addresses.ts';
import { onlyPublishersPublish } from '#content/hooks/only-publishers-publish.ts';
import { RESERVED_SLUGS } from '#domain/addresses.ts';
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
    ...previewed('pages'),
  },
  defaultPopulate: asReferred,
  versions: drafts,
  defaultSort: 'title',
  hooks: {
    beforeOperation: [onlyPublishersPublish('editor', 'admin')],
    beforeChange: [rememberAddress],
    afterChange: [keepOldAddress],
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
