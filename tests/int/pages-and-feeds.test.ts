import { beforeAll, describe, expect, it } from 'vitest';
import { GET as feed } from '#app/feed.xml/route.ts';
import { GET as overview } from '#app/llms.txt/route.ts';
import { GET as sitemap } from '#app/sitemap.xml/route.ts';
import { loadArticleView } from '#data/article-views.ts';
import { findArticle, listArticles } from '#data/articles.ts';
import { findCallToAction } from '#data/calls-to-action.ts';
import { createReader } from '#data/reader.ts';
import { findRelatedArticles } from '#data/related-articles.ts';
import { loadStagePage } from '#data/stage-views.ts';
import type { Article } from '#payload-types.ts';
import { body, bullets, p } from '#seed/rich-text-markup.ts';
import { DATA_BUILDERS } from '#tests/helpers/document-data.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';

const { api, sharedId, createDocument } = await documentFactory();
const ids = {} as Record<'article' | 'author' | 'topic' | 'stage' | 'picture', string>;

beforeAll(async () => {
  ids.author = await sharedId('people');
  ids.topic = await sharedId('topics');
  ids.stage = await sharedId('treatment-stages');
  ids.picture = await sharedId('media');
  const { id } = await api.create({
    collection: 'articles',
    data: {
      ...(await DATA_BUILDERS.articles?.('A day in a program', sharedId)),
      _status: 'published',
      picture: ids.picture,
      topics: [ids.topic],
      stages: [ids.stage],
      body: body(
        p('It begins with **breakfast**, and [a call](tel:911) if it has to.'),
        bullets('Somebody plays the accordion.'),
      ),
    } as never,
    overrideAccess: true,
  });
  ids.article = id;
  await createDocument('articles', 'Another one', { published: true });
  await createDocument('articles', 'Not yet for anybody');
});

const loadArticle = async () => {
  const reader = createReader('en');
  const article = await findArticle(reader, 'a-day-in-a-program');
  if (!article) throw new Error('The article is not there.');
  return { reader, view: await loadArticleView(reader, article, []) };
};

describe('the cache tags of a page', () => {
  it('of an article name its documents and the list of articles', async () => {
    const { reader } = await loadArticle();
    expect([...reader.tags]).toEqual(
      expect.arrayContaining([
        `articles:${ids.article}`,
        `people:${ids.author}`,
        `topics:${ids.topic}`,
        `treatment-stages:${ids.stage}`,
        `media:${ids.picture}`,
        'articles',
        'global:site',
      ]),
    );
  });

  it('of a stage name the lists of stages and articles', async () => {
    const reader = createReader('en');
    const { docs } = await reader.list('treatment-stages');
    const stagePage = await loadStagePage(createReader('en'), docs[0]?.slug ?? '', []);
    expect(stagePage?.stage.articles.map(({ title }) => title)).toEqual(['A day in a program']);
    const stageReader = createReader('en');
    await loadStagePage(stageReader, docs[0]?.slug ?? '', []);
    expect([...stageReader.tags]).toEqual(expect.arrayContaining(['treatment-stages', 'articles']));
  });
});

it('an article view contains nothing that visitors do not see', async () => {
  const { view } = await loadArticle();
  expect(JSON.stringify(view)).not.toMatch(/createdBy|_status|updatedAt|filename|@example/);
});

it('an article ends with its sources and related articles if the editor placed neither', async () => {
  const sectionsOf = async (citations: Article['citations']) => {
    const reader = createReader('en');
    const article = await findArticle(reader, 'a-day-in-a-program');
    return (await loadArticleView(reader, { ...(article as Article), citations }, [])).sections;
  };
  const readOn = { id: 'read-on', title: 'Read on' };
  expect(await sectionsOf([{ key: 'one', title: 'A book', publisher: 'A publisher' }])).toEqual([
    { id: 'sources', title: 'Sources' },
    readOn,
  ]);
  expect(await sectionsOf([])).toEqual([readOn]);
});

it('a call to action has a phone number or a full URL for print', async () => {
  const createCallToAction = async (words: string, more: object) => {
    const data = await DATA_BUILDERS['calls-to-action']?.(words, sharedId);
    // System: the test prepares its own document.
    const { slug } = await api.create({
      collection: 'calls-to-action',
      data: { ...data, ...more, _status: 'published' } as never,
      overrideAccess: true,
    });
    return findCallToAction(createReader('en'), slug);
  };
  expect(await createCallToAction('Would you like a call?', {})).toMatchObject({
    fullUrl: 'http://throughcare.test/requests/would-you-like-a-call',
    phoneLine: undefined,
  });
  const link = { type: 'address', address: '/articles' };
  expect(await createCallToAction('Read on', { kind: 'link', link })).toMatchObject({
    fullUrl: 'http://throughcare.test/articles',
  });
  const phone = '(212) 555-0142';
  expect(await createCallToAction('Call us', { kind: 'phone-line', phone })).toMatchObject({
    phoneLine: { label: phone, href: 'tel:+12125550142' },
  });
});

it('the related articles of an article do not contain the article itself', async () => {
  const relations = { id: ids.article, stages: [], topics: [], related: [ids.article] };
  const cards = await findRelatedArticles(createReader('en'), [ids.article], relations, 3);
  expect(cards.map(({ title }) => title)).toEqual(['Another one']);
});

it('a list of articles has pages', async () => {
  const first = await listArticles(createReader('en'), { limit: 1 });
  const second = await listArticles(createReader('en'), { limit: 1, page: 2 });
  expect([first.cards.length, first.page, first.pages]).toEqual([1, 1, 2]);
  expect(second.cards[0]?.href).not.toBe(first.cards[0]?.href);
});

describe.each([
  ['sitemap.xml', sitemap, 'application/xml'],
  ['feed.xml', feed, 'application/atom+xml'],
  ['llms.txt', overview, 'text/plain'],
])('/%s', (_, get, type) => {
  it('lists published documents and has their cache tags', async () => {
    const response = await get();
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe(`${type}; charset=utf-8`);
    expect(response.headers.get('Cache-Control')).toMatch(/^public, /);
    expect(response.headers.get('Cache-Tag')?.split(',')).toContain('articles');
    expect(text).toContain('http://throughcare.test/articles/a-day-in-a-program');
    expect(text).not.toMatch(/not-yet-for-anybody|Not yet/);
  });
});

it('the feed names the author of an article and has the tag of the author', async () => {
  const response = await feed();
  const { name, slug } = await api.findByID({
    collection: 'people',
    id: ids.author,
    // System: the test reads its own document.
    overrideAccess: true,
  });
  expect(await response.text()).toContain(
    `<author><name>${name}</name><uri>http://throughcare.test/people/${slug}</uri></author>`,
  );
  expect(response.headers.get('Cache-Tag')?.split(',')).toContain(`people:${ids.author}`);
});
