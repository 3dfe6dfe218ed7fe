import type { Block } from 'payload';
import { shortText } from '#content/fields/rich-text.ts';
import { Citation } from '../citation/config.ts';

export const QuestionsAndAnswers: Block = {
  slug: 'questions-and-answers',
  interfaceName: 'QuestionsAndAnswersBlock',
  labels: { singular: 'Questions and answers', plural: 'Questions and answers' },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'heading',
      type: 'text',
      required: true,
      defaultValue: 'Questions people ask',
      maxLength: 100,
    },
    {
      name: 'items',
      type: 'array',
      label: 'Questions',
      labels: { singular: 'Question', plural: 'Questions' },
      required: true,
      minRows: 1,
      fields: [
        { name: 'question', type: 'text', required: true, maxLength: 200 },
        shortText({ name: 'answer', required: true }, { inlineBlocks: [Citation] }),
      ],
    },
  ],
};
