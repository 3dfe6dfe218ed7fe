import { describe, expect, it } from 'vitest';
import { SITE_INDEX_PATH, siteIndexSchema } from '#domain/site-index.ts';
import { site } from '#tests/helpers/browser.ts';
import { AS_SURROGATE, listCacheablePages } from '#tests/helpers/site-paths.ts';

const PAGE_CACHE_CONTROL = 'public, max-age=0, s-maxage=60, stale-if-error=86400';
const PICTURE_CACHE_CONTROL = 'public, max-age=86400, s-maxage=60, stale-if-error=86400';
const IMMUTABLE = 'public, max-age=31536000, immutable';

const fetchAsSurrogate = (path: string) =>
  fetch(`${site.url}${path}`, { redirect: 'manual', ...AS_SURROGATE });

const { shared, passed, stand } = siteIndexSchema.parse(
  await (await fetchAsSurrogate(SITE_INDEX_PATH)).json(),
);

const expectedCacheControl = (path: string): string => {
  if (path.startsWith('/_next/static/')) return IMMUTABLE;
  if (/^\/assets\/.*-[A-Z0-9]{8}\.js$/.test(path)) return IMMUTABLE;
  return path.startsWith('/api/media/file/') ? PICTURE_CACHE_CONTROL : PAGE_CACHE_CONTROL;
};

it('lists every cacheable page', async () => {
  const pages = (await listCacheablePages()).filter((path) => !path.startsWith('/search'));
  expect(shared).toEqual(expect.arrayContaining(pages));
});

describe('lists cacheable paths only', () => {
  it.each(shared)('serves %s as cacheable', async (path) => {
    const { status, headers } = await fetchAsSurrogate(path);
    expect([200, 308]).toContain(status);
    expect(headers.get('cache-control')).toBe(expectedCacheControl(path));
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('vary')?.toLowerCase() ?? 'accept-encoding').toBe('accept-encoding');
  });
});

it('tags the page of a document, and a picture file, with the document', async () => {
  const paths = shared.filter((path) =>
    /^\/(articles|stages|topics|people)\/|^\/api\/media/.test(path),
  );
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) {
    const tags = (await fetchAsSurrogate(path)).headers.get('cache-tag')?.split(',') ?? [];
    const selfTags = tags.filter((tag) => tag.endsWith(':self'));
    expect(selfTags, path).toEqual([expect.stringMatching(/^[a-z-]+:[0-9a-f]{24}:self$/)]);
    expect(tags).toContain(selfTags[0]?.replace(/:self$/, ''));
  }
});

it('lists no private path', () => {
  const isProxied = (path: string) => passed.some((first) => `${path}/`.startsWith(`${first}/`));
  const cacheableFiles = /^\/(api\/media\/file|gallery)\/|^\/api\/openapi\.json$/;
  expect(shared.filter((path) => isProxied(path) && !cacheableFiles.test(path))).toEqual([]);
});

it('has a page for unknown paths that does not depend on the path', async () => {
  const [missing, unknown] = await Promise.all([
    fetchAsSurrogate(stand.missing),
    fetchAsSurrogate('/nothing-at-all'),
  ]);
  expect([missing.status, unknown.status]).toEqual([404, 404]);
  expect(await missing.text()).not.toContain('nothing-at-all');
});
