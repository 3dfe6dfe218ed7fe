import type { Question } from '#domain/questions.ts';
import type { FormFixtures, RefusedFixture, SubmissionFixture } from './fixture-builders.ts';

const question = (
  id: string,
  type: Question['type'],
  required: boolean,
  options: string[] = [],
): Question => ({ id, label: `A question: ${id}?`, type, required, options });

/** One question of each type. Two are required. */
export const QUESTIONS: Question[] = [
  { ...question('state', 'short-text', true), hint: 'Where you live now.' },
  question('story', 'long-text', false),
  question('whom', 'choice', true, ['Me', 'Someone I know']),
  question('matters', 'choices', false, ['Near my home', 'In the evening', 'A doctor']),
  question('before', 'yes-no', false),
];

const contact = { name: 'Ann', email: 'ann@example.org', phone: '(212) 555-0123' };
const valid = { 'question-state': 'Ohio', 'question-whom': 'Me' };

const accepted = (title: string, answers: object): SubmissionFixture => ({
  title,
  answers: { ...contact, ...valid, ...answers },
});

const refused = (title: string, name: string, value: unknown): RefusedFixture => ({
  title: `${name}: ${title}`,
  answers: { ...contact, ...valid, [`question-${name}`]: value },
  names: [`question-${name}`],
});

/** Payloads for a `let-us-help` form with these questions. */
export const fixtures: FormFixtures = {
  accepted: [
    accepted('only required answers', {}),
    accepted('all answers', {
      'question-story': 'Two\nlines',
      'question-matters': ['Near my home', 'A doctor'],
      'question-before': 'no',
    }),
    accepted('one checkbox as a string, as a form sends it', { 'question-matters': 'A doctor' }),
    accepted('the longest answers', {
      'question-state': 'x'.repeat(200),
      'question-story': 'x'.repeat(2000),
    }),
  ],
  refused: [
    refused('not answered', 'state', undefined),
    refused('empty', 'state', ' '),
    refused('too long', 'state', 'x'.repeat(201)),
    refused('a list', 'state', ['Ohio']),
    refused('too long', 'story', 'x'.repeat(2001)),
    refused('only invisible characters', 'story', '\u200b'),
    refused('not answered', 'whom', undefined),
    refused('not among the choices', 'whom', 'Nobody'),
    refused('two choices of one', 'whom', ['Me', 'Someone I know']),
    refused('not among the choices', 'matters', ['Near my home', 'Cheap']),
    refused('the same twice', 'matters', ['A doctor', 'A doctor']),
    refused('none chosen', 'matters', []),
    refused('an object', 'matters', { 0: 'A doctor' }),
    refused('neither yes nor no', 'before', 'maybe'),
    refused('true', 'before', true),
    { ...refused('an unknown question', 'other', 'x'), names: [''] },
  ],
};
