import type { CitationView } from '#content/blocks/block-view.ts';

export const fixtures = {
  first: { blockType: 'citation', key: 'samhsa-tip-47', number: 1, first: true },
  again: { blockType: 'citation', key: 'samhsa-tip-47', number: 1, first: false },
  'source gone': { blockType: 'citation', key: 'no-such-source' },
} satisfies Record<string, CitationView>;
