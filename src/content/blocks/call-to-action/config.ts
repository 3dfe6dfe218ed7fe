import type { Block } from 'payload';

export const CallToAction: Block = {
  slug: 'call-to-action',
  interfaceName: 'CallToActionBlock',
  labels: { singular: 'Call to action', plural: 'Calls to action' },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'callToAction',
      type: 'relationship',
      label: 'Call to action',
      relationTo: 'calls-to-action',
      required: true,
      admin: {
        description: 'Its words are kept in one place and are the same wherever it stands.',
      },
    },
    {
      name: 'show',
      type: 'radio',
      required: true,
      defaultValue: 'panel',
      options: [
        { label: 'A panel with a button that leads to the form', value: 'panel' },
        { label: 'The form itself', value: 'form' },
      ],
    },
  ],
};
