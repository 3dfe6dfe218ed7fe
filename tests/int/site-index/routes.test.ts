import { readFile } from 'node:fs/promises';
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

it.each(routes.filter(({ file, pattern }) => file.endsWith('/route.ts') && !pattern.includes('[')))(
  '$pattern is never written at build time',
  async ({ file }) => {
    expect(await readFile(file, 'utf8')).toContain("export const dynamic = 'force-dynamic';");
  },
);

it.each(routes)('no page can take the path of $pattern', ({ pattern }) => {
  const [, first = ''] = pattern.split('/');
  const hasNoFixedSegment = first === '' || first.startsWith('[');
  expect(
    hasNoFixedSegment || RESERVED_SLUGS.includes(first),
    'Add it to OTHER_PATHS in src/domain/site-paths.ts.',
  ).toBe(true);
});
