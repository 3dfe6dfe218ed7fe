import { expect, test } from 'vitest';
import { describeSubmissionForm } from '#tests/helpers/describe-submission-form.tsx';
import { describeFields } from './describe-fields.ts';
import { fixtures, QUESTIONS } from './editor-questions.fixtures.ts';

describeSubmissionForm('let-us-help', fixtures, QUESTIONS);

test('offers an option once that an editor entered twice', () => {
  const options = ['A doctor', 'A nurse', 'A doctor'];
  const question = { id: 'whom', label: 'Whom?', type: 'choice', required: true, options } as const;
  const field = describeFields('let-us-help', [{ ...question, options }]).at(-1);
  expect(field?.options?.map(({ value }) => value)).toEqual(['A doctor', 'A nurse']);
});
