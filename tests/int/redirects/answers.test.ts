import { describe, expect, it } from 'vitest';
import { getServerSideProps as anyPath } from '#pages/[...path].tsx';
import { getServerSideProps as articles } from '#pages/articles/[slug].tsx';
import { getServerSideProps as topics } from '#pages/topics/[slug].tsx';
import { ask } from '#tests/helpers/route.ts';
import { cabinet } from '#tests/helpers/specimens.ts';

const { api, specimen } = await cabinet();

const SHARED = 'public, max-age=0, s-maxage=60, stale-if-error=86400';

const at = (path: string) => ask(anyPath, path, { path: path.slice(1) });

/** Stored as it is, past the hook that refuses circles. */
const store = async (from: string, to: object) =>
  String((await api.db.create({ collection: 'redirects', data: { from, to } })).id);

const address = (address: string) => ({ type: 'address', address });
const document = (relationTo: string, value: unknown) => ({
  type: 'document',
  document: { relationTo, value },
});

const article = await specimen('articles', 'Shown', { published: true });
const draft = await specimen('articles', 'Not yet');

describe('an address that leads elsewhere is answered', () => {
  it('with the address of the document, for any cache to keep until one of them changes', async () => {
    const id = await store('/iop', document('articles', article.id));
    const answer = await at('/iop');
    expect(answer).toMatchObject({ status: 308, redirect: '/articles/shown', caching: SHARED });
    expect(answer.tags?.split(',')).toEqual(
      expect.arrayContaining([
        'redirects',
        ...[`redirects:${id}`, `articles:${article.id}`].flatMap((tag) => [tag, `${tag}:self`]),
      ]),
    );
    expect(await at('/IOP')).toMatchObject({ status: 404 });
  });

  it('below the folders of documents too, without what was asked for there', async () => {
    await store('/articles/été', document('articles', article.id));
    const path = '/articles/%C3%A9t%C3%A9';
    expect(await ask(articles, `${path}?page=2`, { slug: 'été' })).toMatchObject({
      status: 308,
      redirect: '/articles/shown',
    });
  });

  it('with an address of the site or elsewhere, as it stands in a header', async () => {
    for (const [n, given, sent] of [
      [1, '/articles?stage=detox#list', '/articles?stage=detox#list'],
      [2, 'http://throughcare.test/stages', '/stages'],
      [3, 'https://elsewhere.example/ü', 'https://elsewhere.example/%C3%BC'],
      [4, '/articles/shown', '/articles/shown'],
    ]) {
      await store(`/to-${n}`, address(String(given)));
      expect(await at(`/to-${n}`)).toMatchObject({ status: 308, redirect: sent });
    }
  });

  it('with the end of the chain, not with the next of its links', async () => {
    await store('/first', address('http://throughcare.test/second'));
    await store('/second', address('/third?a=1'));
    await store('/third', document('articles', article.id));
    expect(await at('/first')).toMatchObject({ status: 308, redirect: '/articles/shown' });
  });
});

describe('there is nothing', () => {
  const expectMissing = async (path: string, tags: string[]) => {
    const answer = await at(path);
    expect(answer).toMatchObject({ status: 404, redirect: undefined, caching: SHARED });
    expect(answer.tags?.split(',')).toEqual(expect.arrayContaining(tags));
  };

  it('where no redirect begins: a new one purges that', async () => {
    await expectMissing('/nothing', ['redirects', 'pages']);
  });

  it('where it would end at what is not published: publishing purges that', async () => {
    await store('/draft', document('articles', draft.id));
    await expectMissing('/draft', [`articles:${draft.id}`]);
    await store('/draft-address', address('/articles/not-yet'));
    await expectMissing('/draft-address', ['articles']);
    await store('/nowhere', address('/nothing'));
    await expectMissing('/nowhere', ['pages']);
  });

  it('in a circle', async () => {
    await store('/here', address('/there'));
    await store('/there', address('/here'));
    await store('/self', address('/self'));
    await expectMissing('/here', ['redirects']);
    await expectMissing('/self', ['redirects']);
  });
});

describe('what is published comes before a redirect', () => {
  it('from its own address', async () => {
    const topic = await specimen('topics', 'Stays');
    await store('/topics/stays', document('articles', article.id));
    const page = (query: string) => ask(topics, `/topics/stays${query}`, { slug: 'stays' });
    expect(await page('')).toMatchObject({ status: 200 });
    // It has no such page, and is there all the same.
    expect(await page('?page=99')).toMatchObject({ status: 404, redirect: undefined });
    await api.delete({ collection: 'topics', id: topic.id, overrideAccess: true });
    expect(await page('?page=99')).toMatchObject({ status: 308, redirect: '/articles/shown' });
  });

  it('within a chain', async () => {
    await specimen('pages', 'Middle', { published: true });
    await store('/middle', document('articles', article.id));
    await store('/to-middle', address('/middle'));
    expect(await at('/to-middle')).toMatchObject({ status: 308, redirect: '/middle' });
  });
});
