import type { BlockView } from '#content/blocks/block-view.ts';
import type { SourcesBlock } from '#payload-types.ts';

const baseBlock = { blockType: 'sources', heading: 'Sources' } as const;

export const fixtures = {
  three: {
    ...baseBlock,
    list: [
      {
        key: 'samhsa-tip-47',
        title: 'Substance Abuse: Clinical Issues in Intensive Outpatient Treatment',
        publisher: 'Substance Abuse and Mental Health Services Administration (SAMHSA)',
        detail: 'Treatment Improvement Protocol (TIP) 47',
        isCited: true,
      },
      {
        key: 'mccarty-2014',
        title: 'Substance Abuse Intensive Outpatient Programs: Assessing the Evidence',
        publisher: 'Psychiatric Services',
        detail: 'McCarty D. et al., 65(6):718–726',
        year: '2014',
        url: 'https://example.org/mccarty-2014',
        isCited: false,
      },
      {
        key: 'surgeon-general-2016',
        title: 'Facing Addiction in America',
        publisher: 'U.S. Surgeon General',
        year: '2016',
        isCited: true,
      },
    ],
  },
  none: { ...baseBlock, list: [] },
} satisfies Record<string, BlockView<SourcesBlock>>;
