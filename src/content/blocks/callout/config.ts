import type { Block } from 'payload';
import { shortText } from '#content/fields/rich-text.ts';
import { Citation } from '../citation/config.ts';

export const Callout: Block = {
  slug: 'callout',
  interfaceName: 'CalloutBlock',
  labels: { singular: 'Callout', plural: 'Callouts' },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'tone',
      type: 'select',
      required: true,
      defaultValue: 'note',
      admin: { isClearable: false },
      options: [
        { label: 'Note: good to know', value: 'note' },
        { label: 'Safety: something that can be dangerous', value: 'safety' },
        { label: 'Crisis: with the crisis lines below the text', value: 'crisis' },
      ],
    },
    { name: 'heading', type: 'text', required: true, maxLength: 100 },
    shortText({ name: 'body', label: 'Text', required: true }, { inlineBlocks: [Citation] }),
  ],
};
