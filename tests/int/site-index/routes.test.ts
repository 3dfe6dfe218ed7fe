import { expect, it } from 'vitest';
import { createReader } from '#data/reader.ts';
import { createSiteIndex } from '#data/site-index.ts';
import { LISTED_COLLECTIONS } from '#domain/collections.ts';
import { FALLBACK_PATHS, PROXIED_PATHS, RESERVED_SLUGS } from '#domain/site-paths.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';
import { listRoutes } from '#tests/helpers/routes.ts';

const { createDocument } = await documentFactory();
for (const collection of LISTED_COLLECTIONS)
  await createDocument(collection, 'Some words', { published: true });
const { shared } = await createSiteIndex(createReader('en'));
const routes = await listRoutes();

it('finds routes', () => {
  expect(routes.length).toBeGreaterThan(20);
});

it.each(routes)(
  'the site index or the list of proxied paths has $pattern',
  ({ pattern, matches }) => {
    const isProxied = PROXIED_PATHS.some((prefix) => `${pattern}/`.startsWith(`${prefix}/`));
    const isKnown =
      isProxied || [...shared, ...Object.values(FALLBACK_PATHS)].some((path) => matches.test(path));
    expect(isKnown, 'List it in src/domain/site-paths.ts.').toBe(true);
  },
);

it.each(routes)('no page can take the path of $pattern', ({ pattern }) => {
  const [, first = ''] = pattern.split('/');
  const hasNoFixedSegment = first === '' || first.startsWith('[');
  expect(hasNoFixedSegment || RESERVED_SLUGS.some((slug) => slug === first)).toBe(true);
});
