import { describe, expect, it } from 'vitest';
import { getServerSideProps } from '#pages/search.tsx';
import type { SearchPageProps } from '#site/views/search.tsx';
import { ask } from '#tests/helpers/route.ts';
import { cabinet } from '#tests/helpers/specimens.ts';

const { specimen } = await cabinet();
await specimen('articles', 'Detox', { published: true });
await specimen('topics', 'Care');

const open = async (query: string) => {
  const answer = await ask(getServerSideProps as never, `/search?${query}`, {});
  const { view } = (answer.props ?? {}) as { view?: SearchPageProps };
  return { ...answer, view };
};
const searched = (typed: string) => open(String(new URLSearchParams({ q: typed })));

/** Each has the word that is on the site among what would mean something to the index. */
const SYNTAX = [
  'detox"',
  '"detox',
  '"detox" OR',
  'NEAR(detox, 2)',
  'detox NEAR',
  'detox*',
  '^detox',
  'title:detox',
  '{title body} : detox',
  '- {title} : detox',
  'detox AND (',
  'NOT detox',
  "detox'; drop table texts; --",
  'detox:way0 @any $any ?1',
  '(((((((((((((((((((detox',
  'detox\u0000',
  '\u0000detox',
  'detox \ud800',
  'detox 🫠🫠',
  'detox ؀ مساعدة \u202e',
  'detox \u{1e900}\u{104b0}a',
  'a\u{104b0}b\u1c90 detox',
  'dété́ detox',
];

describe('what is typed is never a question of its own to the index', () => {
  it.each(SYNTAX)('%j', async (typed) => {
    const { status, view } = await searched(typed);
    expect(status).toBe(200);
    expect(view?.found?.results.map(({ href }) => href)).toEqual(['/articles/detox']);
  });

  it.each(['"', '*', '-', '()', '\u0000', '🫠', '\u202e\u202e', 'AND', 'NEAR(', 'OR NOT', ' '])(
    '%j alone finds nothing, and is no error',
    async (typed) => {
      const { status, view } = await searched(typed);
      expect(status).toBe(200);
      expect(view?.found?.total ?? 0).toBe(0);
    },
  );
});

it('much is cut, to the letters and words that anybody types', async () => {
  const { status, view } = await searched(`detox ${'ab '.repeat(5_000)}`);
  expect(status).toBe(200);
  expect(view?.typed.length).toBeLessThanOrEqual(100);
  expect((await searched('x'.repeat(10_000))).status).toBe(200);
});

it.each(['q=detox&page=0', 'q=detox&page=2', 'q=detox&page=99999', 'q=detox&page=x'])(
  '%s is no page',
  async (query) => {
    expect((await open(query)).status).toBe(404);
  },
);

it.each(['stage=nothing', 'topic[]=care&topic=%00'])(
  'what was typed is searched for, though nothing is at %s',
  async (narrowed) => {
    const { status, view } = await open(`q=detox&${narrowed}`);
    expect(status).toBe(200);
    expect(view).toMatchObject({ typed: 'detox', stage: '', topic: '', found: { total: 1 } });
  },
);

it.each(['q=%E0%A4%A', 'q[]=detox', 'q=detox&q=care', ''])('%j is no error', async (query) => {
  expect((await open(query)).status).toBe(200);
});

it('without words, the index of articles shows what is about a topic', async () => {
  expect((await open('q=&topic=care')).redirect).toBe('/articles?topic=care');
});

it('nobody keeps what was searched for', async () => {
  expect((await searched('detox')).caching).toBe('private, no-store');
});
