import type { Shown } from '#content/blocks/block-view.ts';
import { cite, item, link, list, p, text } from '#content/blocks/fixture-text.ts';
import type { QuestionsAndAnswersBlock } from '#payload-types.ts';

const around = {
  blockType: 'questions-and-answers',
  heading: 'Questions people ask before the first day',
} as const;

export const fixtures = {
  several: {
    ...around,
    items: [
      {
        question: 'Can I keep my job?',
        answer: text(
          p(
            'Many people do. There is more in ',
            link('going back to work', '/articles/going-back-to-work'),
            '.',
          ),
        ),
      },
      {
        question: 'How long does it last?',
        answer: text(
          p('That varies. Your plan sets the pace.', cite('samhsa-tip-47', 1, false)),
          list('ul', item('Often some months.'), item('Fewer hours a week toward the end.')),
        ),
      },
      {
        question: 'Can my family take part?',
        answer: text(p('In many programs, if you want it.')),
      },
    ],
  },
  one: {
    ...around,
    items: [{ question: 'What does it cost?', answer: text(p('Asking costs nothing.')) }],
  },
} satisfies Record<string, Shown<QuestionsAndAnswersBlock>>;
