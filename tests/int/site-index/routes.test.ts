import { expect, it } from 'vitest';
import { LISTED } from '#data/published-documents.ts';
import { createReader } from '#data/reader.ts';
import { createSiteIndex } from '#data/site-index.ts';
import { PASSED, RESERVED_SLUGS, STAND } from '#domain/addresses.ts';
import { allRoutes } from '#tests/helpers/routes.ts';
import { cabinet } from '#tests/helpers/specimens.ts';

const { specimen } = await cabinet();
for (const collection of LISTED) await specimen(collection, 'Some words', { published: true });
const { shared } = await createSiteIndex(createReader('en'));
const routes = await allRoutes();

it('there are routes', () => {
  expect(routes.length).toBeGreaterThan(20);
});

it.each(routes)('a cache in front knows of $pattern', ({ pattern, matches }) => {
  const passed = PASSED.some((prefix) => `${pattern}/`.startsWith(`${prefix}/`));
  const known = passed || [...shared, ...Object.values(STAND)].some((path) => matches.test(path));
  expect(known, 'List it in src/domain/addresses.ts.').toBe(true);
});

it.each(routes)('no page of an editor stands in the place of $pattern', ({ pattern }) => {
  const [, first = ''] = pattern.split('/');
  const open = first === '' || first.startsWith('[');
  expect(open || RESERVED_SLUGS.some((slug) => slug === first)).toBe(true);
});
