import { beforeAll, describe, expect, it } from 'vitest';
import { GET as feed } from '#app/feed.xml/route.ts';
import { GET as overview } from '#app/llms.txt/route.ts';
import { GET as sitemap } from '#app/sitemap.xml/route.ts';
import { showArticle } from '#data/article-views.ts';
import { findArticle, listArticles } from '#data/articles.ts';
import { findCallToAction } from '#data/calls-to-action.ts';
import { createReader } from '#data/reader.ts';
import { relatedArticles } from '#data/related-articles.ts';
import { showStage } from '#data/stage-views.ts';
import type { Article } from '#payload-types.ts';
import { body, bullets, p } from '#seed/compose.ts';
import { cabinet, SPECIMENS } from '#tests/helpers/specimens.ts';

const made = await cabinet();
const ids = {} as Record<'article' | 'author' | 'topic' | 'stage' | 'picture', string>;

beforeAll(async () => {
  ids.author = await made.has('people');
  ids.topic = await made.has('topics');
  ids.stage = await made.has('treatment-stages');
  ids.picture = await made.has('media');
  const { id } = await made.api.create({
    collection: 'articles',
    data: {
      ...(await SPECIMENS.articles?.('A day in a program', made.has)),
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
  await made.specimen('articles', 'Another one', { published: true });
  await made.specimen('articles', 'Not yet for anybody');
});

const shownArticle = async () => {
  const reader = createReader('en');
  const found = await findArticle(reader, 'a-day-in-a-program');
  if (!found) throw new Error('The article is not there.');
  return { reader, shown: await showArticle(reader, found, []) };
};

describe('a cache learns what a page shows', () => {
  it('of an article: each document, and the list that what to read on comes from', async () => {
    const { reader } = await shownArticle();
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

  it('of a stage: all stages and the articles about it', async () => {
    const reader = createReader('en');
    const { docs } = await reader.list('treatment-stages');
    const shown = await showStage(createReader('en'), docs[0]?.slug ?? '', []);
    expect(shown?.stage.articles.map(({ title }) => title)).toEqual(['A day in a program']);
    const again = createReader('en');
    await showStage(again, docs[0]?.slug ?? '', []);
    expect([...again.tags]).toEqual(expect.arrayContaining(['treatment-stages', 'articles']));
  });
});

it('a page gets nothing that a reader does not see', async () => {
  const { shown } = await shownArticle();
  expect(JSON.stringify(shown)).not.toMatch(/createdBy|_status|updatedAt|filename|@example/);
});

it('an article ends with its sources and what to read on, where the editor placed neither', async () => {
  const sectionsOf = async (citations: Article['citations']) => {
    const reader = createReader('en');
    const found = await findArticle(reader, 'a-day-in-a-program');
    return (await showArticle(reader, { ...(found as Article), citations }, [])).sections;
  };
  const readOn = { id: 'read-on', title: 'Read on' };
  expect(await sectionsOf([{ key: 'one', title: 'A book', publisher: 'A publisher' }])).toEqual([
    { id: 'sources', title: 'Sources' },
    readOn,
  ]);
  expect(await sectionsOf([])).toEqual([readOn]);
});

it('an invitation can be taken up from paper: by a number of its own, or at its whole address', async () => {
  const invitation = async (words: string, more: object) => {
    const specimen = await SPECIMENS['calls-to-action']?.(words, made.has);
    // System: what the test makes for itself.
    const { slug } = await made.api.create({
      collection: 'calls-to-action',
      data: { ...specimen, ...more, _status: 'published' } as never,
      overrideAccess: true,
    });
    return findCallToAction(createReader('en'), slug);
  };
  expect(await invitation('Would you like a call?', {})).toMatchObject({
    address: 'http://throughcare.test/requests/would-you-like-a-call',
    phoneLine: undefined,
  });
  const link = { type: 'address', address: '/articles' };
  expect(await invitation('Read on', { kind: 'link', link })).toMatchObject({
    address: 'http://throughcare.test/articles',
  });
  const phone = '(212) 555-0142';
  expect(await invitation('Call us', { kind: 'phone-line', phone })).toMatchObject({
    phoneLine: { label: phone, href: 'tel:+12125550142' },
  });
});

it('an article leads on to others, not to itself', async () => {
  const about = { id: ids.article, stages: [], topics: [], related: [ids.article] };
  const cards = await relatedArticles(createReader('en'), [ids.article], about, 3);
  expect(cards.map(({ title }) => title)).toEqual(['Another one']);
});

it('a list goes on page by page', async () => {
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
  it('lists what is published, and says what it was made of', async () => {
    const answer = await get();
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe(`${type}; charset=utf-8`);
    expect(answer.headers.get('Cache-Control')).toMatch(/^public, /);
    expect(answer.headers.get('Cache-Tag')?.split(',')).toContain('articles');
    expect(text).toContain('http://throughcare.test/articles/a-day-in-a-program');
    expect(text).not.toMatch(/not-yet-for-anybody|Not yet/);
  });
});

it('the feed says who wrote an article, and a cache learns of whom', async () => {
  const answer = await feed();
  const { name, slug } = await made.api.findByID({
    collection: 'people',
    id: ids.author,
    // System: what the test made itself.
    overrideAccess: true,
  });
  expect(await answer.text()).toContain(
    `<author><name>${name}</name><uri>http://throughcare.test/people/${slug}</uri></author>`,
  );
  expect(answer.headers.get('Cache-Tag')?.split(',')).toContain(`people:${ids.author}`);
});
