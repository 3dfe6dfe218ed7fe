import { Readable } from 'node:stream';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET as part } from '#app/sitemaps/[part]/route.ts';
import { createReader } from '#data/reader.ts';
import { OWN_PAGES } from '#domain/addresses.ts';
import { partOfSitemap, sitemap } from '#site/feeds/sitemaps.ts';
import { cabinet } from '#tests/helpers/specimens.ts';

const { specimen, api } = await cabinet();
const ARTICLES = 7;

const textOf = async (written: string | AsyncIterable<string> | undefined): Promise<string> =>
  typeof written === 'string' ? written : (await Readable.from(written ?? []).toArray()).join('');

/** What a file of a sitemap lists, and when each was last changed. */
async function listed(written: string | AsyncIterable<string> | undefined) {
  const xml = new JSDOM(await textOf(written), { contentType: 'application/xml' });
  return [...xml.window.document.querySelectorAll('url, sitemap')].map((entry) => ({
    path: new URL(entry.querySelector('loc')?.textContent ?? '').pathname,
    changed: entry.querySelector('lastmod')?.textContent,
  }));
}

beforeAll(async () => {
  for (let n = 1; n <= ARTICLES; n++) await specimen('articles', `Part ${n}`, { published: true });
  await specimen('articles', 'Not yet for anybody');
  await specimen('topics', 'A topic');
});

const reader = () => createReader('en');

it('up to so many addresses are one file', async () => {
  const all = await listed(await sitemap(reader()));
  expect(all.slice(0, OWN_PAGES.length).map(({ path }) => path)).toEqual([...OWN_PAGES]);
  const paths = all.map(({ path }) => path);
  expect(paths).toContain('/topics/a-topic');
  expect(paths.filter((path) => /^\/articles\/part-\d$/.test(path))).toHaveLength(ARTICLES);
  expect(paths).not.toContain('/articles/not-yet-for-anybody');
  expect(await listed(await sitemap(reader(), paths.length))).toEqual(all);
});

describe('more of them are cut into parts', () => {
  it.each([1, 4, 5])(
    'of %s addresses: together they are all, each once, in their order',
    async (most) => {
      const all = await listed(await sitemap(reader()));
      const index = await listed(await sitemap(reader(), most));
      expect(index.map(({ path }) => path)).toEqual(
        Array.from({ length: Math.ceil(all.length / most) }, (_, n) => `/sitemaps/${n + 1}.xml`),
      );
      const parts = await Promise.all(
        index.map(async (_, n) => listed(await partOfSitemap(reader(), n + 1, most))),
      );
      expect(parts.flat()).toEqual(all);
      for (const [n, { changed }] of index.entries()) {
        const latest = parts[n]?.flatMap((entry) => entry.changed ?? []).sort();
        expect(changed).toBe(latest?.at(-1));
      }
      expect(await partOfSitemap(reader(), index.length + 1, most)).toBeUndefined();
    },
  );

  it('a part is made of the lists, and kept until one of them changes', async () => {
    const answer = await part(undefined, { params: Promise.resolve({ part: '1.xml' }) });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('application/xml; charset=utf-8');
    expect(answer.headers.get('Cache-Tag')?.split(',')).toEqual([
      'articles',
      'pages',
      'people',
      'topics',
      'treatment-stages',
    ]);
    expect(await listed(await answer.text())).toEqual(await listed(await sitemap(reader())));
  });

  it.each(['2.xml', '0.xml', '01.xml', '1', 'one.xml', '1.xml.gz'])('%s is none', async (name) => {
    const answer = await part(undefined, { params: Promise.resolve({ part: name }) });
    expect(answer.status).toBe(404);
  });
});

it('what is changed says so, and what is a draft does not', async () => {
  const { id } = await specimen('articles', 'One more', { published: true });
  const changed = async () =>
    (await listed(await sitemap(reader()))).find(({ path }) => path === '/articles/one-more')
      ?.changed;
  // System: a test changes what it made.
  const system = { overrideAccess: true } as const;
  const update = (data: object, draft: boolean) =>
    api.update({ collection: 'articles', id: String(id), data, draft, ...system });
  const before = await changed();
  await update({ summary: 'Not yet.' }, true);
  expect(await changed()).toBe(before);
  await update({ summary: 'Now.', _status: 'published' }, false);
  expect(String(await changed()) > String(before)).toBe(true);
});
