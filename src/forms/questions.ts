import { z } from 'zod';
import { type Question, type QuestionType, questionName } from '#domain/questions.ts';
import { visibleText } from '#domain/text.ts';
import { type FieldWords, fieldWords } from './fields.ts';

const SHORT = 200;
const LONG = 2000;

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

const INPUTS: Record<QuestionType, FieldWords['input']> = {
  'short-text': 'text',
  'long-text': 'textarea',
  choice: 'radios',
  choices: 'checkboxes',
  'yes-no': 'radios',
};

/** The fields that an editor's own questions add to a form, under the names they are sent by. */
export const questionFields = (questions: readonly Question[]): Record<string, z.ZodType> =>
  Object.fromEntries(questions.map((question) => [questionName(question.id), field(question)]));

function field(question: Question): z.ZodType {
  const answer = answerTo(question);
  const schema = question.required ? answer : answer.optional();
  return schema.register(fieldWords, {
    label: question.label,
    hint: question.hint,
    input: INPUTS[question.type],
    options: optionsOf(question),
  });
}

function answerTo(question: Question): z.ZodType {
  const { label, type } = question;
  const options = optionsOf(question).map(({ value }) => value);
  const answer = `Answer the question “${label}”`;
  const choose = `Choose from the answers to “${label}”`;
  const text = (most: number) =>
    visibleText(answer).max(
      most,
      `Use up to ${most.toLocaleString('en-US')} characters to answer “${label}”`,
    );
  switch (type) {
    case 'short-text':
      return text(SHORT);
    case 'long-text':
      return text(LONG);
    case 'choice':
    case 'yes-no':
      return z.enum(options, { error: choose });
    case 'choices':
      return z.preprocess(
        // A form sends one ticked box as a text, several as a list.
        (sent) => (typeof sent === 'string' ? [sent] : sent),
        z
          .array(z.enum(options, { error: choose }), { error: choose })
          .min(1, choose)
          .refine(isEachOnce, choose),
      );
  }
}

const isEachOnce = (chosen: string[]) => new Set(chosen).size === chosen.length;

/** An answer that an editor entered twice is offered once: nobody could tell the two apart. */
const optionsOf = ({ type, options }: Question) =>
  type === 'yes-no' ? [...YES_NO] : [...new Set(options)].map((label) => ({ value: label, label }));
