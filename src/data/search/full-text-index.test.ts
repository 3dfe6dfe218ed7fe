import { describe, expect, it } from 'vitest';
import { FullTextIndex } from './full-text-index.ts';
import { LANGUAGES } from './languages.ts';

const index = new FullTextIndex(LANGUAGES.en);

const put = (
  id: string,
  texts: Partial<Record<'title' | 'summary' | 'headings' | 'body', string>>,
  boost = 1,
) =>
  index.put([
    {
      collection: 'articles',
      id,
      facets: id === 'supper' ? ['stage', 'topic'] : ['stage'],
      texts: { title: '', summary: '', headings: '', body: '', ...texts },
      boost,
    },
  ]);

put('detox', { title: 'What detox involves', body: 'Withdrawal is watched over.' });
put('supper', { title: 'Supper', body: 'A word on detox and on singing with families.' });
put('asked', { title: 'Questions', headings: 'Is singing allowed?' });

const ask = (typed: string, facets: string[] = []) =>
  index.find({ typed, facets, limit: 10, offset: 0 });
const idsOf = (typed: string, facets?: string[]) => ask(typed, facets).keys.map(({ id }) => id);

describe('a query', () => {
  it.each([
    ['finds a title before a body', 'detox', ['detox', 'supper']],
    ['finds all words before some', 'families detox', ['supper', 'detox']],
    ['finds other forms of a word', 'supper family sing', ['supper', 'asked']],
    ['finds a question before a body', 'singing', ['asked', 'supper']],
    ['finds the synonyms that articles use', 'cold turkey', ['detox', 'supper']],
    ['finds the nearest word of a misspelled one', 'withdrawl', ['detox', 'supper']],
    ['finds stop words if there is nothing else', 'what', ['detox']],
    ['finds nothing for an unknown word', 'trombone', []],
    ['finds nothing for punctuation', '.*$[]{}\u0000', []],
    ['does not find padding documents', '\ue000', []],
  ])('%s', (_, typed, expected) => {
    expect(idsOf(typed)).toEqual(expected);
  });

  it('finds only documents with all facets', () => {
    expect(idsOf('detox', ['topic'])).toEqual(['supper']);
    expect(idsOf('detox', ['topic', 'stage'])).toEqual(['supper']);
    expect(idsOf('detox', ['elsewhere'])).toEqual([]);
  });

  it('returns the corrected query', () => {
    expect(ask('Withdrawl, please').correctedQuery).toBe('withdrawal, please');
    expect(ask('withdrawal').correctedQuery).toBeUndefined();
  });

  it.each([
    ['to a stop word of a document', 'wiith'],
    ['to a stop word of the language', 'shoulld'],
    ['if it is a form of a synonym', 'relapsed'],
  ])('does not correct a word %s', (_, typed) => {
    expect(ask(typed).correctedQuery).toBeUndefined();
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
  ])('“%s” suggests danger: %s', (typed, expected) => {
    expect(ask(typed).mayBeInDanger).toBe(expected);
  });

  it('counts all results and returns a page of them', () => {
    const page = index.find({ typed: 'detox', facets: [], limit: 1, offset: 1 });
    expect(index.find({ typed: 'detox', facets: [], limit: 1, offset: 2 }).total).toBe(2);
    expect(page).toMatchObject({ total: 2, keys: [{ collection: 'articles', id: 'supper' }] });
  });
});

it('leaves out documents with some of the words if many have all of them', () => {
  const largeIndex = new FullTextIndex(LANGUAGES.en);
  const texts = (title: string) => ({ title, summary: '', headings: '', body: '' });
  largeIndex.put(
    Array.from({ length: 150 }, (_, n) => ({
      collection: 'articles',
      id: `${n}`,
      facets: [],
      texts: texts(n < 110 ? 'Evening tea' : 'Tea'),
      boost: 1,
    })),
  );
  const total = (typed: string, offset = 0) =>
    largeIndex.find({ typed, facets: [], limit: 10, offset }).total;
  expect([
    total('evening tea'),
    total('evening tea', 110),
    total('tea'),
    total('tea coffee'),
  ]).toEqual([110, 110, 150, 150]);
});

it('ranks the higher boost first if scores are equal', () => {
  put('terms', { title: 'Walrus' }, 0.5);
  put('article', { title: 'Walrus' });
  expect(idsOf('walrus')).toEqual(['article', 'terms']);
  put('terms', { title: 'Walrus' }, 2);
  expect(idsOf('walrus')).toEqual(['terms', 'article']);
});

it('neither finds nor suggests the old words of a changed or removed document', () => {
  put('passing', { title: 'Zanzibar' });
  expect(ask('zanzibr')).toMatchObject({ correctedQuery: 'zanzibar', total: 1 });
  put('passing', { title: 'Elsewhere', body: 'Madagascar' });
  expect(ask('zanzibr')).toMatchObject({ correctedQuery: undefined, total: 0 });
  expect(idsOf('madagascar')).toEqual(['passing']);
  index.remove({ collection: 'articles', id: 'passing' });
  index.remove({ collection: 'articles', id: 'passing' });
  expect(ask('madagascr')).toMatchObject({ correctedQuery: undefined, total: 0 });
});

it('marks matches in the title, and in the summary or a better passage', () => {
  const text = {
    title: 'Detox <b>',
    summary: 'None.',
    headings: '',
    body: 'A families’ detox & so.',
  };
  const other = { title: 'Other', summary: 'Nothing of it.', headings: '', body: '' };
  expect(index.highlight([text, other], ask('detox family').matchAny)).toEqual([
    {
      title: [{ text: 'Detox', isMatch: true }, { text: ' <b>' }],
      text: [
        { text: 'A ' },
        { text: 'families', isMatch: true },
        { text: '’ ' },
        { text: 'detox', isMatch: true },
        { text: ' & so.' },
      ],
    },
    { title: [{ text: 'Other' }], text: [{ text: 'Nothing of it.' }] },
  ]);
});

it('joins lines into one passage and separates a heading from its text', () => {
  const body = 'What detox means\nDetox is short for it.\nIt takes days.';
  const text = { title: 'Other', summary: '', headings: '', body };
  const [highlighted] = index.highlight([text], ask('detox').matchAny);
  expect(highlighted?.text.map(({ text }) => text).join('')).toBe(
    'What detox means · Detox is short for it.\nIt takes days.',
  );
});
