import type { BlockView } from '#content/blocks/block-view.ts';
import type { PictureView } from '#domain/view-models.ts';
import type { MediaBlock } from '#payload-types.ts';

const src = '/gallery/landscape.svg';

const picture: PictureView = {
  alt: 'A path leads over two hills toward a low sun.',
  src,
  srcSet: `${src} 480w, ${src} 960w, ${src} 1600w`,
  width: 1600,
  height: 900,
};

const baseBlock = { blockType: 'media', media: 'a-picture' } as const;

export const fixtures = {
  'caption and credit': {
    ...baseBlock,
    picture: { ...picture, credit: 'Drawing: Throughcare' },
    caption: 'Treatment can have several stages. Not everyone needs each of them.',
  },
  'picture alone': { ...baseBlock, picture, caption: '' },
  'no picture any more': { ...baseBlock, caption: 'What was here is gone.' },
} satisfies Record<string, BlockView<MediaBlock>>;
