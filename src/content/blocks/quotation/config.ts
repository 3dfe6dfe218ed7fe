import type { Block } from 'payload';
import { validateOptionalHref } from '#content/fields/link.ts';

export const Quotation: Block = {
  slug: 'quotation',
  interfaceName: 'QuotationBlock',
  labels: { singular: 'Quotation', plural: 'Quotations' },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'quote',
      type: 'textarea',
      required: true,
      maxLength: 600,
      admin: { description: 'Word for word, without quotation marks.' },
    },
    {
      name: 'source',
      type: 'text',
      required: true,
      maxLength: 200,
      admin: { description: 'Who said or wrote it, and where.' },
    },
    {
      name: 'url',
      type: 'text',
      label: 'Address of the source',
      validate: validateOptionalHref,
    },
  ],
};
