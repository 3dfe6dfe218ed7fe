import type { BlockView } from '#content/blocks/block-view.ts';
import { cite, item, link, list, p, richText } from '#content/blocks/rich-text-fixtures.ts';
import type { QuestionsAndAnswersBlock } from '#payload-types.ts';

const baseBlock = {
  blockType: 'questions-and-answers',
  heading: 'Questions people ask before the first day',
} as const;

export const fixtures = {
  several: {
    ...baseBlock,
    items: [
      {
        question: 'Can I keep my job?',
        answer: richText(
          p(
            'Many people do. There is more in ',
            link('going back to work', '/articles/going-back-to-work'),
            '.',
          ),
        ),
      },
      {
        question: 'How long does it last?',
        answer: richText(
          p('That varies. Your plan sets the pace.', cite('samhsa-tip-47', 1, false)),
          list('ul', item('Often some months.'), item('Fewer hours a week toward the end.')),
        ),
      },
      {
        question: 'Can my family take part?',
        answer: richText(p('In many programs, if you want it.')),
      },
    ],
  },
  one: {
    ...baseBlock,
    items: [{ question: 'What does it cost?', answer: richText(p('Asking costs nothing.')) }],
  },
} satisfies Record<string, BlockView<QuestionsAndAnswersBlock>>;
