import type { GlobalConfig } from 'payload';
import { labelledLinks } from '#content/fields/link.ts';
import { anyone, hasRole, hiddenUnless } from '#platform/access/rules.ts';

export const Footer: GlobalConfig = {
  slug: 'footer',
  label: 'Footer',
  access: { read: anyone, update: hasRole('editor', 'admin') },
  admin: {
    group: 'Site',
    hidden: hiddenUnless('editor', 'admin'),
    hideAPIURL: true,
    description: 'The links and the small print at the foot of every page.',
  },
  fields: [
    {
      name: 'columns',
      type: 'array',
      labels: { singular: 'Column', plural: 'Columns' },
      maxRows: 4,
      fields: [
        { name: 'heading', type: 'text', localized: true, required: true, maxLength: 60 },
        labelledLinks(),
      ],
    },
    { name: 'smallPrint', type: 'textarea', label: 'Small print', localized: true, maxLength: 600 },
  ],
};
