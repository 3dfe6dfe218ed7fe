import type { BlockView } from '#content/blocks/block-view.ts';
import type { QuotationBlock } from '#payload-types.ts';

export const fixtures = {
  'source with an address': {
    blockType: 'quotation',
    quote: 'I came for three mornings a week, and on the fourth I missed it.',
    source: 'A sample voice, from a conversation that we made up for this gallery',
    url: 'https://example.org/conversation',
  },
  'source alone': {
    blockType: 'quotation',
    quote: 'Ask me again tomorrow.',
    source: 'Another sample voice',
    url: '',
  },
} satisfies Record<string, BlockView<QuotationBlock>>;
