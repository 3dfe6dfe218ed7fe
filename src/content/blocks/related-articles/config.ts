import type { Block } from 'payload';

export const RELATED_COUNT = 3;

export const RelatedArticles: Block = {
  slug: 'related-articles',
  interfaceName: 'RelatedArticlesBlock',
  labels: { singular: 'Related articles', plural: 'Related articles' },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'heading',
      type: 'text',
      required: true,
      defaultValue: 'Read on',
      maxLength: 100,
    },
    {
      name: 'articles',
      type: 'relationship',
      relationTo: 'articles',
      hasMany: true,
      maxRows: 6,
      admin: {
        description: `Choose the ones that matter most. Up to ${RELATED_COUNT} places that stay free are filled with articles of the same stages and topics.`,
      },
    },
  ],
};
