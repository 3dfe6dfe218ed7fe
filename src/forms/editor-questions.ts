import { z } from 'zod';
import { type Question, type QuestionType, questionName } from '#domain/questions.ts';
import { visibleTextSchema } from '#domain/text.ts';
import { type FieldMeta, fieldMeta } from './fields.ts';

const MAX_SHORT_TEXT = 200;
const MAX_LONG_TEXT = 2000;

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

const INPUTS: Record<QuestionType, FieldMeta['input']> = {
  'short-text': 'text',
  'long-text': 'textarea',
  choice: 'radios',
  choices: 'checkboxes',
  'yes-no': 'radios',
};

/** Returns the field schemas for the questions of an editor, by field name. */
export const questionFields = (questions: readonly Question[]): Record<string, z.ZodType> =>
  Object.fromEntries(
    questions.map((question) => [questionName(question.id), fieldSchema(question)]),
  );

function fieldSchema(question: Question): z.ZodType {
  const answer = answerSchema(question);
  const schema = question.required ? answer : answer.optional();
  return schema.register(fieldMeta, {
    label: question.label,
    hint: question.hint,
    input: INPUTS[question.type],
    options: optionsOf(question),
  });
}

function answerSchema(question: Question): z.ZodType {
  const { label, type } = question;
  const options = optionsOf(question).map(({ value }) => value);
  const answerMessage = `Answer the question “${label}”`;
  const chooseMessage = `Choose from the answers to “${label}”`;
  const text = (maxLength: number) =>
    visibleTextSchema(answerMessage).max(
      maxLength,
      `Use up to ${maxLength.toLocaleString('en-US')} characters to answer “${label}”`,
    );
  switch (type) {
    case 'short-text':
      return text(MAX_SHORT_TEXT);
    case 'long-text':
      return text(MAX_LONG_TEXT);
    case 'choice':
    case 'yes-no':
      return z.enum(options, { error: chooseMessage });
    case 'choices':
      return z.preprocess(
        // A form sends one ticked checkbox as a string, several as an array.
        (sent) => (typeof sent === 'string' ? [sent] : sent),
        z
          .array(z.enum(options, { error: chooseMessage }), { error: chooseMessage })
          .min(1, chooseMessage)
          .refine(isUnique, chooseMessage),
      );
  }
}

const isUnique = (chosen: string[]) => new Set(chosen).size === chosen.length;

/** Returns the options of a question. One that an editor entered twice is offered once. */
const optionsOf = ({ type, options }: Question) =>
  type === 'yes-no' ? [...YES_NO] : [...new Set(options)].map((label) => ({ value: label, label }));
