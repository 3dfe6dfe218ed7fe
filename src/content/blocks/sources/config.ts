import type { Block } from 'payload';

export const Sources: Block = {
  slug: 'sources',
  interfaceName: 'SourcesBlock',
  labels: { singular: 'Sources', plural: 'Sources' },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'heading',
      type: 'text',
      required: true,
      defaultValue: 'Sources',
      maxLength: 100,
      admin: {
        description: 'The list comes from the article’s citations and is numbered in their order.',
      },
    },
  ],
};
