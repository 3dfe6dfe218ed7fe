import type { CollectionConfig } from 'payload';
import { link } from '#content/fields/link.ts';
import { findSourceProblem, normalizeRedirectPath } from '#domain/redirects.ts';
import { anyone, hasRole, hiddenUnless } from '#platform/access/rules.ts';
import { env } from '#platform/environment/env.ts';
import { validateDestination } from './validate-destination.ts';

const { origin } = new URL(env.SITE_URL);

export const Redirects: CollectionConfig = {
  slug: 'redirects',
  labels: { singular: 'Redirect', plural: 'Redirects' },
  // `from` is unique: a duplicate could never be saved.
  disableDuplicate: true,
  access: {
    create: hasRole('editor', 'admin'),
    // Public: every visitor can follow a redirect, and other front ends need the list.
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
        findSourceProblem(typeof value === 'string' ? normalizeRedirectPath(value, origin) : '') ??
        true,
      hooks: {
        beforeValidate: [
          ({ value }) => (typeof value === 'string' ? normalizeRedirectPath(value, origin) : value),
        ],
      },
      admin: {
        description:
          'A path of this site, like /iop. Large and small letters count. A page that stands there comes first.',
      },
    },
    {
      ...link('to', {
        validate: validateDestination,
        description: 'Like /articles, or https://example.org.',
      }),
      label: 'Where it leads',
    },
  ],
};
