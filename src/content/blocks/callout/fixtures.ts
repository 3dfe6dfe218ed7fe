import type { BlockView } from '#content/blocks/block-view.ts';
import { cite, item, link, list, p, richText } from '#content/blocks/rich-text-fixtures.ts';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import type { CalloutBlock } from '#payload-types.ts';

const crisisLines = [...CRISIS_LINES];

const baseBlock = {
  blockType: 'callout',
  level: 3,
  crisisLines,
} as const;

export const fixtures = {
  note: {
    ...baseBlock,
    tone: 'note',
    heading: 'You can bring someone along',
    body: richText(
      p('Many programs have an evening for families. Ask when the next one is, and who may come.'),
    ),
  },
  safety: {
    ...baseBlock,
    tone: 'safety',
    heading: 'Stopping alone at home can be dangerous',
    body: richText(
      p(
        'If you stop alcohol or benzodiazepines all at once, withdrawal can become life-threatening.',
        cite('samhsa-tip-45', 2),
        ' Talk with a doctor or nurse first. Read ',
        link('what detox involves', '/articles/what-detox-involves'),
        '.',
      ),
      list('ul', item('Do not stop alone.'), item('Tell someone what you have taken.')),
    ),
  },
  crisis: {
    ...baseBlock,
    level: 2,
    tone: 'crisis',
    heading: 'If it cannot wait',
    body: richText(p('These lines answer day and night, and you do not have to give your name.')),
  },
} satisfies Record<string, BlockView<CalloutBlock>>;
