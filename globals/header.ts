import type { GlobalConfig } from 'payload';
import { anyone, hasRole, hiddenUnless } from '#access/rules.ts';
import { labelledLinks } from '#fields/link.ts';

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
