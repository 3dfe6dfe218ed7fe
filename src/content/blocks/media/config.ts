import type { Block } from 'payload';

export const Media: Block = {
  slug: 'media',
  interfaceName: 'MediaBlock',
  labels: { singular: 'Picture', plural: 'Pictures' },
  admin: { disableBlockName: true },
  fields: [
    { name: 'media', type: 'upload', label: 'Picture', relationTo: 'media', required: true },
    {
      name: 'caption',
      type: 'text',
      maxLength: 200,
      admin: {
        description: 'Shown below. What the picture shows is described at the picture itself.',
      },
    },
  ],
};
