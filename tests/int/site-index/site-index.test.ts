import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET } from '#app/site-index.json/route.ts';
import { LISTED_COLLECTIONS } from '#domain/collections.ts';
import { documentPath } from '#domain/href.ts';
import { type SiteIndex, siteIndexSchema } from '#domain/site-index.ts';
import { DATA_BUILDERS, titleField } from '#tests/helpers/document-data.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';
import { COLLECTIONS_WITH_DRAFTS, DRAFT_MARKER } from '#tests/helpers/draft-constants.ts';

const { api, sharedId, createDocument } = await documentFactory();
// System: the test prepares its own documents.
const system = { overrideAccess: true } as const;

const loadIndex = async () => {
  const response = await GET();
  return { response, index: siteIndexSchema.parse(await response.json()) };
};

let response: Response;
let index: SiteIndex;
let filename: string;

beforeAll(async () => {
  for (const collection of LISTED_COLLECTIONS)
    await createDocument(collection, 'Some words', { published: true });
  const media = await createDocument('media', 'A picture');
  filename = String(media.filename);
  for (const slug of COLLECTIONS_WITH_DRAFTS) {
    const data = {
      ...(await DATA_BUILDERS[slug]?.('', sharedId)),
      [titleField(slug)]: `${DRAFT_MARKER} new`,
    };
    await api.create({ collection: slug, data: data as never, draft: true, ...system });
    const { id } = await createDocument(slug, `Changed ${slug}`, { published: true });
    const change = { slug: `${DRAFT_MARKER}-changed` } as never;
    await api.update({ collection: slug, id: String(id), data: change, draft: true, ...system });
  }
  await createDocument('redirects', '/Old/Été');
  // At the path of a published document.
  await createDocument('redirects', '/articles/some-words');
  ({ response, index } = await loadIndex());
});

describe('the shared paths', () => {
  it.each(LISTED_COLLECTIONS)('contain each of the published %s', (collection) => {
    expect(index.shared).toContain(documentPath(collection, 'some-words'));
  });

  it('contain the pages and files that are no document', () => {
    expect(index.shared).toEqual(
      expect.arrayContaining(['/', '/articles', '/stages', '/sitemap.xml', '/site-index.json']),
    );
  });

  it('contain pictures and static files', () => {
    expect(index.shared).toContain(`/api/media/file/${filename}`);
    expect(index.shared).toEqual(
      expect.arrayContaining(['/favicon.svg', '/gallery/landscape.svg']),
    );
  });

  it('contain neither drafts nor pages for one person', () => {
    expect(JSON.stringify(index)).not.toContain(DRAFT_MARKER);
    for (const slug of ['articles', 'pages', 'treatment-stages'] as const) {
      expect(index.shared).toContain(documentPath(slug, `changed-${slug}`));
    }
    expect(index.shared.filter((path) => path.startsWith('/requests'))).toEqual([]);
  });

  it('contain the paths of redirects, percent-encoded', () => {
    expect(index.shared).toContain('/Old/%C3%89t%C3%A9');
  });

  it('contain no duplicates', () => {
    expect(index.shared).toHaveLength(new Set(index.shared).size);
  });
});

it('lists the filters of a list and its number of pages for each combination', () => {
  const { by, pages } = index.lists['/articles'] ?? {};
  expect(by).toEqual(['stage', 'topic']);
  expect(pages).toMatchObject({
    '': 1,
    'stage=some-words': 1,
    'topic=some-words': 1,
    'stage=some-words&topic=some-words': 1,
  });
});

it('counts the pages of a list of articles without drafts', async () => {
  const [topic, author] = [
    await createDocument('topics', 'Much of it'),
    await createDocument('people', 'Busy'),
  ];
  const relations = { topics: [topic.id], authors: [author.id], _status: 'published' };
  const createArticle = async (title: string, data: object) => {
    const article = { ...(await DATA_BUILDERS.articles?.(title, sharedId)), ...relations, ...data };
    await api.create({ collection: 'articles', data: article as never, ...system });
  };
  for (let n = 1; n <= 12; n++) await createArticle(`Part ${n}`, {});
  await createArticle('Part 13', { _status: 'draft' });
  const fullPage = (await loadIndex()).index.lists;
  expect(fullPage['/topics/much-of-it']?.pages).toEqual({ '': 1 });
  await createArticle('Part 14', { topics: [topic.id], authors: [await sharedId('people')] });
  const { lists } = (await loadIndex()).index;
  expect(lists['/topics/much-of-it']?.pages).toEqual({ '': 2 });
  expect(lists['/people/busy']?.pages).toEqual({ '': 1 });
  expect(lists['/articles']?.pages).toMatchObject({ '': 2, 'topic=much-of-it': 2 });
});

it('Varnish keeps the parameters of every list', async () => {
  const vcl = await readFile('deploy/varnish/default.vcl', 'utf8');
  const [, lists = ''] = vcl.match(/req\.url ~ "(\^.*)\\\?"\) \{/) ?? [];
  const [, parameters = ''] = vcl.match(/\[\?&\]\(\?!\(([a-z|]+)\)/) ?? [];
  for (const [path, { by }] of Object.entries(index.lists)) {
    expect(path).toMatch(new RegExp(`${lists}$`));
    expect(parameters.split('|')).toEqual(expect.arrayContaining(['page', ...by]));
  }
});

it('has the labels of form fields', () => {
  expect(index.labels).toEqual({
    name: 'Your name',
    email: 'Email address',
    phone: 'Phone number',
    message: 'Your message',
    contactWishes: 'Anything we should know before we contact you?',
  });
});

it('is cacheable until one of the collections changes', () => {
  expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
  expect(response.headers.get('Cache-Control')).toContain('s-maxage=60');
  expect(response.headers.get('Cache-Tag')?.split(',')).toEqual(
    [...LISTED_COLLECTIONS, 'media', 'redirects'].sort(),
  );
});

it('leaves out unpublished documents', async () => {
  const { id } = await createDocument('articles', 'Only for now', { published: true });
  expect((await loadIndex()).index.shared).toContain('/articles/only-for-now');
  const data = { _status: 'draft' } as const;
  await api.update({ collection: 'articles', id: String(id), data, ...system });
  expect((await loadIndex()).index.shared).not.toContain('/articles/only-for-now');
});
