import type { BlockView } from '#content/blocks/block-view.ts';
import type { RelatedArticlesBlock } from '#payload-types.ts';

const baseBlock = { blockType: 'related-articles', heading: 'Read on' } as const;

export const fixtures = {
  three: {
    ...baseBlock,
    cards: [
      {
        title: 'Residential or outpatient?',
        summary: 'What speaks for living at a program and what speaks for coming in from home.',
        href: '/articles/residential-or-outpatient',
        stages: ['Therapy and residential care', 'Intensive outpatient program'],
      },
      {
        title: 'What happens in group therapy',
        summary: 'Who sits there, what is said, and what you may keep to yourself.',
        href: '/articles/what-happens-in-group-therapy',
        stages: ['Therapy and residential care'],
      },
      {
        title: 'How a family can help',
        summary: 'What to say, what to leave, and how to look after yourself.',
        href: '/articles/how-a-family-can-help',
        stages: [],
      },
    ],
  },
  none: { ...baseBlock, cards: [] },
} satisfies Record<string, BlockView<RelatedArticlesBlock>>;
