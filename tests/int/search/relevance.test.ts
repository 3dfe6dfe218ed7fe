import { beforeAll, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { createReader } from '#data/reader.ts';
import { search } from '#data/search-results.ts';
import { seedDemo } from '#seed/seed.ts';
import { QUERIES, SYNONYM_QUERIES } from './relevance-queries.ts';

const searchFor = (typed: string) => search(createReader('en'), { typed });

/** The expected page must be among this many results. */
const TOP = 3;
/** Queries that must find their page. */
const MIN_HITS = 38;

beforeAll(async () => {
  await seedDemo(await payload(), 'sample password of this test', () => {});
}, 120_000);

it(`leads ${MIN_HITS} of ${QUERIES.length} queries to the right page among the first ${TOP} results`, async () => {
  const outcomes = await Promise.all(
    QUERIES.map(async ([typed, expected]) => {
      const { results } = await searchFor(typed);
      const place = results.findIndex(({ href }) => href === expected) + 1;
      return { typed, expected, place, first: results.slice(0, TOP).map(({ href }) => href) };
    }),
  );
  const missed = outcomes.filter(({ place }) => place === 0 || place > TOP);
  const hits = outcomes.length - missed.length;
  console.log(`Search: ${hits} of ${outcomes.length} right. Missed:`, missed);
  expect(hits).toBeGreaterThanOrEqual(MIN_HITS);
});

it.each(['cost', 'medicaid', 'sober', 'who pays'])(
  'finds an article or stage first for “%s”',
  async (typed) => {
    expect((await searchFor(typed)).results[0]?.href).toMatch(/^\/(articles|stages)\//);
  },
);

it.each(SYNONYM_QUERIES)('leads “%s” to %s without a correction', async (typed, expected) => {
  const { results, correctedQuery } = await searchFor(typed);
  expect(results.slice(0, TOP).map(({ href }) => href)).toContain(expected);
  expect(correctedQuery).toBeUndefined();
});
