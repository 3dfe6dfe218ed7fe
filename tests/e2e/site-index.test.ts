import { describe, expect, it } from 'vitest';
import { SITE_INDEX_PATH, siteIndex } from '#domain/site-index.ts';
import { AS_CACHE, sharedPages } from '#tests/helpers/addresses.ts';
import { site } from '#tests/helpers/browser.ts';

const KEPT = 'public, max-age=0, s-maxage=60, stale-if-error=86400';
const PICTURE = 'public, max-age=86400, s-maxage=60, stale-if-error=86400';
const FOR_GOOD = 'public, max-age=31536000, immutable';

const ask = (path: string) => fetch(`${site.url}${path}`, { redirect: 'manual', ...AS_CACHE });

const { shared, passed, stand } = siteIndex.parse(await (await ask(SITE_INDEX_PATH)).json());

const controlOf = (path: string): string => {
  if (path.startsWith('/_next/static/')) return FOR_GOOD;
  if (/^\/assets\/.*-[A-Z0-9]{8}\.js$/.test(path)) return FOR_GOOD;
  return path.startsWith('/api/media/file/') ? PICTURE : KEPT;
};

it('every page that is the same for all is on the list', async () => {
  const pages = (await sharedPages()).filter((path) => !path.startsWith('/search'));
  expect(shared).toEqual(expect.arrayContaining(pages));
});

describe('what the site lists is there, and any cache may keep it', () => {
  it.each(shared)('%s', async (path) => {
    const { status, headers } = await ask(path);
    expect([200, 308]).toContain(status);
    expect(headers.get('cache-control')).toBe(controlOf(path));
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('vary')?.toLowerCase() ?? 'accept-encoding').toBe('accept-encoding');
  });
});

it('a page of a document and a file of a picture say what they go with', async () => {
  const paths = shared.filter((path) =>
    /^\/(articles|stages|topics|people)\/|^\/api\/media/.test(path),
  );
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) {
    const tags = (await ask(path)).headers.get('cache-tag')?.split(',') ?? [];
    const own = tags.filter((tag) => tag.endsWith(':self'));
    expect(own, path).toEqual([expect.stringMatching(/^[a-z-]+:[0-9a-f]{24}:self$/)]);
    expect(tags).toContain(own[0]?.replace(/:self$/, ''));
  }
});

it('nothing that is for one person is on the list', () => {
  const below = (path: string) => passed.some((first) => `${path}/`.startsWith(`${first}/`));
  const files = /^\/(api\/media\/file|gallery)\/|^\/api\/openapi\.json$/;
  expect(shared.filter((path) => below(path) && !files.test(path))).toEqual([]);
});

it('its page for what is missing stands for any address', async () => {
  const [kept, other] = await Promise.all([ask(stand.missing), ask('/nothing-at-all')]);
  expect([kept.status, other.status]).toEqual([404, 404]);
  expect(await kept.text()).not.toContain('nothing-at-all');
});
