import type { CollectionConfig } from 'payload';
import { shortText } from '#content/fields/rich-text.ts';
import { slug } from '#content/fields/slug.ts';
import { redirectOldAddress, rememberOldAddress } from '#content/hooks/redirect-old-address.ts';
import { anyone, hasRole, hiddenUnless } from '#platform/access/rules.ts';

export const People: CollectionConfig = {
  slug: 'people',
  labels: { singular: 'Person', plural: 'People' },
  disableDuplicate: true,
  access: {
    create: hasRole('editor', 'admin'),
    read: anyone,
    update: hasRole('editor', 'admin'),
    delete: hasRole('admin'),
  },
  admin: {
    group: 'Content',
    hidden: hiddenUnless('writer', 'editor', 'reviewer', 'admin'),
    hideAPIURL: true,
    disableCopyToLocale: true,
    useAsTitle: 'name',
    defaultColumns: ['name', 'role', 'credentials'],
    description: 'Authors and reviewers as readers see them. Their accounts are kept elsewhere.',
  },
  defaultSort: 'name',
  hooks: { beforeChange: [rememberOldAddress], afterChange: [redirectOldAddress] },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 100 },
    {
      name: 'role',
      type: 'text',
      localized: true,
      required: true,
      maxLength: 100,
      admin: { description: 'What the person does here, like “Writer” or “Clinical reviewer”.' },
    },
    {
      name: 'credentials',
      type: 'text',
      localized: true,
      maxLength: 100,
      admin: {
        description:
          'As they are written behind the name, like “MD” or “LCSW”. Only what is true today.',
      },
    },
    shortText({ name: 'biography', localized: true }),
    { name: 'portrait', type: 'upload', relationTo: 'media' },
    slug({ from: 'name' }),
  ],
};
