import { describe, expect, it } from 'vitest';
import { getServerSideProps as anyPath } from '#pages/[...path].tsx';
import { getServerSideProps as articles } from '#pages/articles/[slug].tsx';
import { getServerSideProps as topics } from '#pages/topics/[slug].tsx';
import { callRoute } from '#tests/helpers/call-route.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';

const { api, createDocument } = await documentFactory();

const SHARED = 'public, max-age=0, s-maxage=60, stale-if-error=86400';

const load = (path: string) => callRoute(anyPath, path, { path: path.slice(1) });

/** Stores a redirect without validation. */
const storeRedirect = async (from: string, to: object) =>
  String((await api.db.create({ collection: 'redirects', data: { from, to } })).id);

const address = (address: string) => ({ type: 'address', address });
const document = (relationTo: string, value: unknown) => ({
  type: 'document',
  document: { relationTo, value },
});

const article = await createDocument('articles', 'Shown', { published: true });
const draft = await createDocument('articles', 'Not yet');

describe('a redirect', () => {
  it('leads to the path of a document and is cacheable until one of the two changes', async () => {
    const id = await storeRedirect('/iop', document('articles', article.id));
    const response = await load('/iop');
    expect(response).toMatchObject({ status: 308, redirect: '/articles/shown', caching: SHARED });
    expect(response.tags?.split(',')).toEqual(
      expect.arrayContaining([
        'redirects',
        ...[`redirects:${id}`, `articles:${article.id}`].flatMap((tag) => [tag, `${tag}:self`]),
      ]),
    );
    expect(await load('/IOP')).toMatchObject({ status: 404 });
  });

  it('can begin below the path of a collection and drops the query', async () => {
    await storeRedirect('/articles/été', document('articles', article.id));
    const path = '/articles/%C3%A9t%C3%A9';
    expect(await callRoute(articles, `${path}?page=2`, { slug: 'été' })).toMatchObject({
      status: 308,
      redirect: '/articles/shown',
    });
  });

  it('leads to an encoded path of the site or an encoded URL of another site', async () => {
    for (const [n, typed, location] of [
      [1, '/articles?stage=detox#list', '/articles?stage=detox#list'],
      [2, 'http://throughcare.test/stages', '/stages'],
      [3, 'https://elsewhere.example/ü', 'https://elsewhere.example/%C3%BC'],
      [4, '/articles/shown', '/articles/shown'],
    ]) {
      await storeRedirect(`/to-${n}`, address(String(typed)));
      expect(await load(`/to-${n}`)).toMatchObject({ status: 308, redirect: location });
    }
  });

  it('leads to the end of a chain at once', async () => {
    await storeRedirect('/first', address('http://throughcare.test/second'));
    await storeRedirect('/second', address('/third?a=1'));
    await storeRedirect('/third', document('articles', article.id));
    expect(await load('/first')).toMatchObject({ status: 308, redirect: '/articles/shown' });
  });
});

describe('answers 404', () => {
  const expectMissing = async (path: string, tags: string[]) => {
    const response = await load(path);
    expect(response).toMatchObject({ status: 404, redirect: undefined, caching: SHARED });
    expect(response.tags?.split(',')).toEqual(expect.arrayContaining(tags));
  };

  it('without a redirect, with tags that a new one purges', async () => {
    await expectMissing('/nothing', ['redirects', 'pages']);
  });

  it('if the destination is not published, with tags that publishing purges', async () => {
    await storeRedirect('/draft', document('articles', draft.id));
    await expectMissing('/draft', [`articles:${draft.id}`]);
    await storeRedirect('/draft-address', address('/articles/not-yet'));
    await expectMissing('/draft-address', ['articles']);
    await storeRedirect('/nowhere', address('/nothing'));
    await expectMissing('/nowhere', ['pages']);
  });

  it('to a loop', async () => {
    await storeRedirect('/here', address('/there'));
    await storeRedirect('/there', address('/here'));
    await storeRedirect('/self', address('/self'));
    await expectMissing('/here', ['redirects']);
    await expectMissing('/self', ['redirects']);
  });
});

describe('a published document takes precedence over a redirect', () => {
  it('at its own path', async () => {
    const topic = await createDocument('topics', 'Stays');
    await storeRedirect('/topics/stays', document('articles', article.id));
    const loadTopic = (query: string) =>
      callRoute(topics, `/topics/stays${query}`, { slug: 'stays' });
    expect(await loadTopic('')).toMatchObject({ status: 200 });
    // The topic has no such page, but it is published.
    expect(await loadTopic('?page=99')).toMatchObject({ status: 404, redirect: undefined });
    await api.delete({ collection: 'topics', id: topic.id, overrideAccess: true });
    expect(await loadTopic('?page=99')).toMatchObject({ status: 308, redirect: '/articles/shown' });
  });

  it('in the middle of a chain', async () => {
    await createDocument('pages', 'Middle', { published: true });
    await storeRedirect('/middle', document('articles', article.id));
    await storeRedirect('/to-middle', address('/middle'));
    expect(await load('/to-middle')).toMatchObject({ status: 308, redirect: '/middle' });
  });
});
