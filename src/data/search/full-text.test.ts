import { describe, expect, it } from 'vitest';
import { FullText } from './full-text.ts';
import { LANGUAGES } from './languages.ts';

const index = new FullText(LANGUAGES.en);

const put = (
  id: string,
  texts: Partial<Record<'title' | 'summary' | 'headings' | 'body', string>>,
  worth = 1,
) =>
  index.put([
    {
      collection: 'articles',
      id,
      about: id === 'supper' ? ['stage', 'topic'] : ['stage'],
      texts: { title: '', summary: '', headings: '', body: '', ...texts },
      worth,
    },
  ]);

put('detox', { title: 'What detox involves', body: 'Withdrawal is watched over.' });
put('supper', { title: 'Supper', body: 'A word on detox and on singing with families.' });
put('asked', { title: 'Questions', headings: 'Is singing allowed?' });

const ask = (typed: string, about: string[] = []) =>
  index.find({ typed, about, limit: 10, offset: 0 });
const idsOf = (typed: string, about?: string[]) => ask(typed, about).keys.map(({ id }) => id);

describe('what is found', () => {
  it.each([
    ['a title before a body', 'detox', ['detox', 'supper']],
    ['all words before some', 'families detox', ['supper', 'detox']],
    ['another form of a word', 'supper family sing', ['supper', 'asked']],
    ['a question before a body', 'singing', ['asked', 'supper']],
    ['what articles say for it', 'cold turkey', ['detox', 'supper']],
    ['what is near', 'withdrawl', ['detox', 'supper']],
    ['fillers, if there is nothing else', 'what', ['detox']],
    ['nothing', 'trombone', []],
    ['nothing in signs', '.*$[]{}\u0000', []],
    ['nothing silent', '\ue000', []],
  ])('%s', (_, typed, expected) => {
    expect(idsOf(typed)).toEqual(expected);
  });

  it('is about all that is asked for', () => {
    expect(idsOf('detox', ['topic'])).toEqual(['supper']);
    expect(idsOf('detox', ['topic', 'stage'])).toEqual(['supper']);
    expect(idsOf('detox', ['elsewhere'])).toEqual([]);
  });

  it('says what it took a misspelled question for', () => {
    expect(ask('Withdrawl, please').instead).toBe('withdrawal, please');
    expect(ask('withdrawal').instead).toBeUndefined();
  });

  it.each([
    ['for a filler of a text', 'wiith'],
    ['for a filler of the language', 'shoulld'],
    ['amiss that is a form of what people say', 'relapsed'],
  ])('takes no word %s', (_, typed) => {
    expect(ask(typed).instead).toBeUndefined();
  });

  it.each([
    ['i want to die', true],
    ['Suicidal', true],
    ['suicidial', true],
    ['thinking of killing myself', true],
    ['I don’t want to live', true],
    ['husband hits me', true],
    ['he won’t wake up', true],
    ['i do not know what to do any more i am so tired of it all and i want to die', true],
    ['I want to live', false],
    ['detox', false],
    ['', false],
  ])('“%s”: somebody may be in danger: %s', (typed, expected) => {
    expect(ask(typed).inDanger).toBe(expected);
  });

  it('is counted in all, and cut into pages', () => {
    const page = index.find({ typed: 'detox', about: [], limit: 1, offset: 1 });
    expect(index.find({ typed: 'detox', about: [], limit: 1, offset: 2 }).total).toBe(2);
    expect(page).toMatchObject({ total: 2, keys: [{ collection: 'articles', id: 'supper' }] });
  });
});

it('where many have all of the words, those with some of them are left out', () => {
  const many = new FullText(LANGUAGES.en);
  const texts = (title: string) => ({ title, summary: '', headings: '', body: '' });
  many.put(
    Array.from({ length: 150 }, (_, n) => ({
      collection: 'articles',
      id: `${n}`,
      about: [],
      texts: texts(n < 110 ? 'Evening tea' : 'Tea'),
      worth: 1,
    })),
  );
  const total = (typed: string, offset = 0) =>
    many.find({ typed, about: [], limit: 10, offset }).total;
  expect([
    total('evening tea'),
    total('evening tea', 110),
    total('tea'),
    total('tea coffee'),
  ]).toEqual([110, 110, 150, 150]);
});

it('for equal words, what is worth more comes first', () => {
  put('terms', { title: 'Walrus' }, 0.5);
  put('article', { title: 'Walrus' });
  expect(idsOf('walrus')).toEqual(['article', 'terms']);
  put('terms', { title: 'Walrus' }, 2);
  expect(idsOf('walrus')).toEqual(['terms', 'article']);
});

it('a document that is changed or gone is not found by its old words, nor do they mend others', () => {
  put('passing', { title: 'Zanzibar' });
  expect(ask('zanzibr')).toMatchObject({ instead: 'zanzibar', total: 1 });
  put('passing', { title: 'Elsewhere', body: 'Madagascar' });
  expect(ask('zanzibr')).toMatchObject({ instead: undefined, total: 0 });
  expect(idsOf('madagascar')).toEqual(['passing']);
  index.remove({ collection: 'articles', id: 'passing' });
  index.remove({ collection: 'articles', id: 'passing' });
  expect(ask('madagascr')).toMatchObject({ instead: undefined, total: 0 });
});

it('marks what was found in a title, and in the summary or a better passage', () => {
  const text = {
    title: 'Detox <b>',
    summary: 'None.',
    headings: '',
    body: 'A families’ detox & so.',
  };
  const other = { title: 'Other', summary: 'Nothing of it.', headings: '', body: '' };
  expect(index.mark([text, other], ask('detox family').any)).toEqual([
    {
      title: [{ text: 'Detox', found: true }, { text: ' <b>' }],
      text: [
        { text: 'A ' },
        { text: 'families', found: true },
        { text: '’ ' },
        { text: 'detox', found: true },
        { text: ' & so.' },
      ],
    },
    { title: [{ text: 'Other' }], text: [{ text: 'Nothing of it.' }] },
  ]);
});

it('reads as one passage what stands below each other: a heading does not run into its text', () => {
  const body = 'What detox means\nDetox is short for it.\nIt takes days.';
  const text = { title: 'Other', summary: '', headings: '', body };
  const [marked] = index.mark([text], ask('detox').any);
  expect(marked?.text.map(({ text }) => text).join('')).toBe(
    'What detox means · Detox is short for it.\nIt takes days.',
  );
});
