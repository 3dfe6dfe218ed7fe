import { expect, it } from 'vitest';
import { CONTENT_PAGE_PATHS, OTHER_PAGE_ROUTES } from './page-paths.ts';
import { listRoutes } from './routes.ts';

const pages = (await listRoutes()).filter(
  ({ file, pattern }) => file.startsWith('src/pages/') && !pattern.startsWith('/api/'),
);
const visited = Object.values(CONTENT_PAGE_PATHS).map((path) => path.replace(/\?.*$/, ''));

it.each(pages)('the tests of each kind of page visit $pattern', ({ pattern, matches }) => {
  expect(
    pattern in OTHER_PAGE_ROUTES || visited.some((path) => matches.test(path)),
    'Add a path of this page to CONTENT_PAGE_PATHS.',
  ).toBe(true);
});

it('names no route that is gone', () => {
  const patterns = pages.map(({ pattern }) => pattern);
  expect(Object.keys(OTHER_PAGE_ROUTES).filter((route) => !patterns.includes(route))).toEqual([]);
});
