import type { Shown } from '#content/blocks/block-view.ts';
import type { SourcesBlock } from '#payload-types.ts';

const around = { blockType: 'sources', heading: 'Sources' } as const;

export const fixtures = {
  three: {
    ...around,
    list: [
      {
        key: 'samhsa-tip-47',
        title: 'Substance Abuse: Clinical Issues in Intensive Outpatient Treatment',
        publisher: 'Substance Abuse and Mental Health Services Administration (SAMHSA)',
        detail: 'Treatment Improvement Protocol (TIP) 47',
        cited: true,
      },
      {
        key: 'mccarty-2014',
        title: 'Substance Abuse Intensive Outpatient Programs: Assessing the Evidence',
        publisher: 'Psychiatric Services',
        detail: 'McCarty D. et al., 65(6):718–726',
        year: '2014',
        url: 'https://example.org/mccarty-2014',
        cited: false,
      },
      {
        key: 'surgeon-general-2016',
        title: 'Facing Addiction in America',
        publisher: 'U.S. Surgeon General',
        year: '2016',
        cited: true,
      },
    ],
  },
  none: { ...around, list: [] },
} satisfies Record<string, Shown<SourcesBlock>>;
