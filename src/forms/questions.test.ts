import { expect, test } from 'vitest';
import { formSuite } from '#tests/helpers/form-suite.tsx';
import { describeFields } from './describe.ts';
import { fixtures, QUESTIONS } from './questions.fixtures.ts';

formSuite('let-us-help', fixtures, QUESTIONS);

test('an answer that an editor entered twice is offered once', () => {
  const options = ['A doctor', 'A nurse', 'A doctor'];
  const question = { id: 'whom', label: 'Whom?', type: 'choice', required: true, options } as const;
  const field = describeFields('let-us-help', [{ ...question, options }]).at(-1);
  expect(field?.options?.map(({ value }) => value)).toEqual(['A doctor', 'A nurse']);
});
