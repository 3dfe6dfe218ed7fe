import { beforeAll, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { createReader } from '#data/reader.ts';
import { search } from '#data/search-results.ts';
import { seedDemo } from '#seed/seed.ts';
import { QUERIES, SAID } from './queries.ts';

const ask = (typed: string) => search(createReader('en'), { typed });

const AMONG = 3;
const AT_LEAST = 38;

beforeAll(async () => {
  await seedDemo(await payload(), 'sample password of this test', () => {});
}, 120_000);

it(`leads ${AT_LEAST} of ${QUERIES.length} questions to the right page among the first ${AMONG}`, async () => {
  const asked = await Promise.all(
    QUERIES.map(async ([typed, expected]) => {
      const { results } = await ask(typed);
      const place = results.findIndex(({ href }) => href === expected) + 1;
      return { typed, expected, place, first: results.slice(0, AMONG).map(({ href }) => href) };
    }),
  );
  const missed = asked.filter(({ place }) => place === 0 || place > AMONG);
  const right = asked.length - missed.length;
  console.log(`Search: ${right} of ${asked.length} right. Missed:`, missed);
  expect(right).toBeGreaterThanOrEqual(AT_LEAST);
});

it.each(['cost', 'medicaid', 'sober', 'who pays'])(
  'for “%s”, an article or stage is first',
  async (typed) => {
    expect((await ask(typed)).results[0]?.href).toMatch(/^\/(articles|stages)\//);
  },
);

it.each(SAID)('“%s” leads to %s, and is taken for nothing else', async (typed, expected) => {
  const { results, instead } = await ask(typed);
  expect(results.slice(0, AMONG).map(({ href }) => href)).toContain(expected);
  expect(instead).toBeUndefined();
});
