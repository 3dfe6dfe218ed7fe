import type { CollectionConfig } from 'payload';
import { exitLink } from '#content/fields/exit-link.ts';
import { slug } from '#content/fields/slug.ts';
import { redirectOldAddress, rememberOldAddress } from '#content/hooks/redirect-old-address.ts';
import { anyone, hasRole, hiddenUnless } from '#platform/access/rules.ts';

export const Topics: CollectionConfig = {
  slug: 'topics',
  labels: { singular: 'Topic', plural: 'Topics' },
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
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', 'updatedAt'],
    description:
      'What articles are about. Readers browse by topic, and related articles share one.',
  },
  defaultSort: 'title',
  hooks: { beforeChange: [rememberOldAddress], afterChange: [redirectOldAddress] },
  fields: [
    { name: 'title', type: 'text', localized: true, required: true, maxLength: 80 },
    {
      name: 'summary',
      type: 'textarea',
      localized: true,
      required: true,
      maxLength: 300,
      admin: { description: 'One or two sentences, shown above the topic’s articles.' },
    },
    slug({ localized: true }),
    exitLink,
  ],
};
