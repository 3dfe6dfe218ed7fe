import { Readable } from 'node:stream';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET as part } from '#app/sitemaps/[part]/route.ts';
import { createReader } from '#data/reader.ts';
import { FIXED_PAGE_PATHS } from '#domain/site-paths.ts';
import { loadSitemap, loadSitemapPart } from '#site/feeds/load-sitemap.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';

const { createDocument, api } = await documentFactory();
const ARTICLES = 7;

const readText = async (file: string | AsyncIterable<string> | undefined): Promise<string> =>
  typeof file === 'string' ? file : (await Readable.from(file ?? []).toArray()).join('');

/** Parses the entries of a sitemap file. */
async function parseEntries(file: string | AsyncIterable<string> | undefined) {
  const xml = new JSDOM(await readText(file), { contentType: 'application/xml' });
  return [...xml.window.document.querySelectorAll('url, sitemap')].map((entry) => ({
    path: new URL(entry.querySelector('loc')?.textContent ?? '').pathname,
    changed: entry.querySelector('lastmod')?.textContent,
  }));
}

beforeAll(async () => {
  for (let n = 1; n <= ARTICLES; n++)
    await createDocument('articles', `Part ${n}`, { published: true });
  await createDocument('articles', 'Not yet for anybody');
  await createDocument('topics', 'A topic');
});

const reader = () => createReader('en');

it('writes one file up to the limit', async () => {
  const all = await parseEntries(await loadSitemap(reader()));
  expect(all.slice(0, FIXED_PAGE_PATHS.length).map(({ path }) => path)).toEqual([
    ...FIXED_PAGE_PATHS,
  ]);
  const paths = all.map(({ path }) => path);
  expect(paths).toContain('/topics/a-topic');
  expect(paths.filter((path) => /^\/articles\/part-\d$/.test(path))).toHaveLength(ARTICLES);
  expect(paths).not.toContain('/articles/not-yet-for-anybody');
  expect(await parseEntries(await loadSitemap(reader(), paths.length))).toEqual(all);
});

describe('above the limit', () => {
  it.each([1, 4, 5])('parts of %s entries contain all entries once, in order', async (limit) => {
    const all = await parseEntries(await loadSitemap(reader()));
    const index = await parseEntries(await loadSitemap(reader(), limit));
    expect(index.map(({ path }) => path)).toEqual(
      Array.from({ length: Math.ceil(all.length / limit) }, (_, n) => `/sitemaps/${n + 1}.xml`),
    );
    const parts = await Promise.all(
      index.map(async (_, n) => parseEntries(await loadSitemapPart(reader(), n + 1, limit))),
    );
    expect(parts.flat()).toEqual(all);
    for (const [n, { changed }] of index.entries()) {
      const latest = parts[n]?.flatMap((entry) => entry.changed ?? []).sort();
      expect(changed).toBe(latest?.at(-1));
    }
    expect(await loadSitemapPart(reader(), index.length + 1, limit)).toBeUndefined();
  });

  it('a part is cacheable until one of the collections changes', async () => {
    const response = await part(undefined, { params: Promise.resolve({ part: '1.xml' }) });
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('application/xml; charset=utf-8');
    expect(response.headers.get('Cache-Tag')?.split(',')).toEqual([
      'articles',
      'pages',
      'people',
      'topics',
      'treatment-stages',
    ]);
    expect(await parseEntries(await response.text())).toEqual(
      await parseEntries(await loadSitemap(reader())),
    );
  });

  it.each(['2.xml', '0.xml', '01.xml', '1', 'one.xml', '1.xml.gz'])(
    '%s is not found',
    async (name) => {
      const response = await part(undefined, { params: Promise.resolve({ part: name }) });
      expect(response.status).toBe(404);
    },
  );
});

it('the time of the last change ignores drafts', async () => {
  const { id } = await createDocument('articles', 'One more', { published: true });
  const loadChanged = async () =>
    (await parseEntries(await loadSitemap(reader()))).find(
      ({ path }) => path === '/articles/one-more',
    )?.changed;
  // System: the test changes its own document.
  const system = { overrideAccess: true } as const;
  const update = (data: object, draft: boolean) =>
    api.update({ collection: 'articles', id: String(id), data, draft, ...system });
  const before = await loadChanged();
  await update({ summary: 'Not yet.' }, true);
  expect(await loadChanged()).toBe(before);
  await update({ summary: 'Now.', _status: 'published' }, false);
  expect(String(await loadChanged()) > String(before)).toBe(true);
});
