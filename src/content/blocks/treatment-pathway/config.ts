import type { Block } from 'payload';

export const TreatmentPathway: Block = {
  slug: 'treatment-pathway',
  interfaceName: 'TreatmentPathwayBlock',
  labels: { singular: 'Treatment pathway', plural: 'Treatment pathways' },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'heading',
      type: 'text',
      required: true,
      defaultValue: 'Where this is on the way',
      maxLength: 100,
    },
    {
      name: 'introduction',
      type: 'textarea',
      maxLength: 300,
      admin: {
        description:
          'A sentence above the stages, if one is needed. The stages come by themselves; those that the article speaks of are marked.',
      },
    },
  ],
};
