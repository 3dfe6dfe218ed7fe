import type { GlobalConfig } from 'payload';
import { labelledLinks } from '#content/fields/link.ts';
import { anyone, hasRole, hiddenUnless } from '#platform/access/rules.ts';

export const Header: GlobalConfig = {
  slug: 'header',
  label: 'Header',
  access: { read: anyone, update: hasRole('editor', 'admin') },
  admin: {
    group: 'Site',
    hidden: hiddenUnless('editor', 'admin'),
    hideAPIURL: true,
    description: 'The links at the top of every page.',
  },
  fields: [{ ...labelledLinks(), maxRows: 6 }],
};
