import type { Question } from '#domain/questions.ts';
import type { FormFixtures, RefusedFixture, SentFixture } from './fixture.ts';

const question = (
  id: string,
  type: Question['type'],
  required: boolean,
  options: string[] = [],
): Question => ({ id, label: `A question: ${id}?`, type, required, options });

/** One question of each type that has to be answered, and one that may be left. */
export const QUESTIONS: Question[] = [
  { ...question('state', 'short-text', true), hint: 'Where you live now.' },
  question('story', 'long-text', false),
  question('whom', 'choice', true, ['Me', 'Someone I know']),
  question('matters', 'choices', false, ['Near my home', 'In the evening', 'A doctor']),
  question('before', 'yes-no', false),
];

const contact = { name: 'Ann', email: 'ann@example.org', phone: '(212) 555-0123' };
const good = { 'question-state': 'Ohio', 'question-whom': 'Me' };

const accepted = (title: string, answers: object): SentFixture => ({
  title,
  answers: { ...contact, ...good, ...answers },
});

const refused = (title: string, name: string, value: unknown): RefusedFixture => ({
  title: `${name}: ${title}`,
  answers: { ...contact, ...good, [`question-${name}`]: value },
  names: [`question-${name}`],
});

/** What a form with these questions takes and turns away; the rest of it is `let-us-help`. */
export const fixtures: FormFixtures = {
  accepted: [
    accepted('only what has to be answered', {}),
    accepted('all of it', {
      'question-story': 'Two\nlines',
      'question-matters': ['Near my home', 'A doctor'],
      'question-before': 'no',
    }),
    accepted('one of several boxes, as a form sends it', { 'question-matters': 'A doctor' }),
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
    refused('nothing to see', 'story', '\u200b'),
    refused('not answered', 'whom', undefined),
    refused('not among the choices', 'whom', 'Nobody'),
    refused('two of one', 'whom', ['Me', 'Someone I know']),
    refused('not among the choices', 'matters', ['Near my home', 'Cheap']),
    refused('the same twice', 'matters', ['A doctor', 'A doctor']),
    refused('none chosen', 'matters', []),
    refused('an object', 'matters', { 0: 'A doctor' }),
    refused('neither yes nor no', 'before', 'maybe'),
    refused('true', 'before', true),
    { ...refused('that nobody asked', 'other', 'x'), names: [''] },
  ],
};
