import type { CollectionConfig } from 'payload';
import { link } from '#content/fields/link.ts';
import { normalPath, whyNotFrom } from '#domain/redirects.ts';
import { anyone, hasRole, hiddenUnless } from '#platform/access/rules.ts';
import { env } from '#platform/environment/env.ts';
import { validDestination } from './valid-destination.ts';

const { origin } = new URL(env.SITE_URL);

export const Redirects: CollectionConfig = {
  slug: 'redirects',
  labels: { singular: 'Redirect', plural: 'Redirects' },
  // An address leads to one place: a copy could never be saved.
  disableDuplicate: true,
  access: {
    create: hasRole('editor', 'admin'),
    // What each of them says, its address tells every visitor; other front ends have to answer it as well.
    read: anyone,
    update: hasRole('editor', 'admin'),
    delete: hasRole('admin'),
  },
  admin: {
    group: 'Content',
    hidden: hiddenUnless('editor', 'admin'),
    hideAPIURL: true,
    disableCopyToLocale: true,
    useAsTitle: 'from',
    defaultColumns: ['from', 'to.document', 'to.address', 'updatedAt'],
    description:
      'Old and short addresses, and where they lead. When a published page gets a new address, its old one is added here by itself.',
  },
  defaultSort: 'from',
  fields: [
    {
      name: 'from',
      type: 'text',
      label: 'Old or short address',
      required: true,
      unique: true,
      index: true,
      maxLength: 300,
      validate: (value: unknown) =>
        whyNotFrom(typeof value === 'string' ? normalPath(value, origin) : '') ?? true,
      hooks: {
        beforeValidate: [
          ({ value }) => (typeof value === 'string' ? normalPath(value, origin) : value),
        ],
      },
      admin: {
        description:
          'A path of this site, like /iop. Large and small letters count. A page that stands there comes first.',
      },
    },
    {
      ...link('to', {
        validate: validDestination,
        description: 'Like /articles, or https://example.org.',
      }),
      label: 'Where it leads',
    },
  ],
};
