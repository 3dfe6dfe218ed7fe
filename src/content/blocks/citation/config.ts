import type { Block } from 'payload';
import { isSlug } from '#domain/slug.ts';

/** An inline block that refers to a source of the article by its short name. */
export const Citation: Block = {
  slug: 'citation',
  interfaceName: 'CitationBlock',
  labels: { singular: 'Citation', plural: 'Citations' },
  fields: [
    {
      name: 'key',
      type: 'text',
      label: 'Short name of the source',
      required: true,
      validate: (value: unknown) =>
        (typeof value === 'string' && isSlug(value)) ||
        'Enter the short name that the source has in the article’s citations, like “samhsa-tip-47”.',
      admin: { description: 'As it stands in the article’s citations, like “samhsa-tip-47”.' },
    },
  ],
};
