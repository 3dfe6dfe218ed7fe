import { createLocalReq, initTransaction, killTransaction } from 'payload';
import { describe, expect, it } from 'vitest';
import type { LinkableCollection } from '#domain/collections.ts';
import { documentPath } from '#domain/href.ts';
import { getServerSideProps as articles } from '#pages/articles/[slug].tsx';
import { createAccount } from '#tests/helpers/accounts.ts';
import { callRoute } from '#tests/helpers/call-route.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';
import { rest } from '#tests/helpers/rest.ts';

const { api, createDocument } = await documentFactory();
const { token } = await createAccount('editor', ['editor']);

const change = async (slug: string, id: unknown, data: object, query = '') => {
  const { status } = await rest('PATCH', `/${slug}/${id}${query}`, { token, data });
  return status;
};

/** Lists the paths that redirect to a document, sorted. */
const redirectSourcesOf = async (id: unknown) => {
  const where = { 'to.document.value': { equals: id } };
  const query = { collection: 'redirects', where, sort: 'from', overrideAccess: true } as const;
  return (await api.find({ ...query, depth: 0, pagination: false })).docs.map(({ from }) => from);
};

const PUBLISHED = { _status: 'published' };

describe.each(['articles', 'pages', 'treatment-stages', 'topics', 'people'] as const)(
  'a change of slug in %s',
  (collection: LinkableCollection) => {
    const at = (slug: string) => documentPath(collection, slug);

    it('redirects the old path to the document', async () => {
      const { id } = await createDocument(collection, 'Old name', { published: true });
      expect(await change(collection, id, { slug: 'new-name', ...PUBLISHED })).toBe(200);
      expect(await redirectSourcesOf(id)).toEqual([at('old-name')]);
      await change(collection, id, { slug: 'newer-name', ...PUBLISHED });
      expect(await redirectSourcesOf(id)).toEqual([at('new-name'), at('old-name')]);
    });

    it('deletes a redirect that begins at the new path', async () => {
      const { id } = await createDocument(collection, 'There', { published: true });
      await change(collection, id, { slug: 'and', ...PUBLISHED });
      await change(collection, id, { slug: 'there', ...PUBLISHED });
      expect(await redirectSourcesOf(id)).toEqual([at('and')]);
    });

    it('replaces an older redirect from the old path', async () => {
      const first = await createDocument(collection, 'Wanted', { published: true });
      await change(collection, first.id, { slug: 'first', ...PUBLISHED });
      const second = await createDocument(collection, 'Wanted', { published: true });
      await change(collection, second.id, { slug: 'second', ...PUBLISHED });
      expect(await redirectSourcesOf(first.id)).toEqual([]);
      expect(await redirectSourcesOf(second.id)).toEqual([at('wanted')]);
    });

    it('creates no redirect if the new slug is taken', async () => {
      await createDocument(collection, 'Taken', { published: true });
      const { id } = await createDocument(collection, 'Free', { published: true });
      expect(await change(collection, id, { slug: 'taken', ...PUBLISHED })).toBe(400);
      expect(await redirectSourcesOf(id)).toEqual([]);
    });

    it('creates no redirect if another field changes', async () => {
      const { id } = await createDocument(collection, 'Stays here', { published: true });
      const words = collection === 'people' ? 'role' : 'summary';
      await change(collection, id, { [words]: 'Other words.', ...PUBLISHED });
      expect(await redirectSourcesOf(id)).toEqual([]);
    });
  },
);

describe('a draft creates no redirect', () => {
  it('until it is published', async () => {
    const { id } = await createDocument('articles', 'Drafted', { published: true });
    await change('articles', id, { slug: 'drafted-anew' }, '?draft=true&autosave=true');
    await change('articles', id, { slug: 'drafted-again' }, '?draft=true');
    expect(await redirectSourcesOf(id)).toEqual([]);
    const loadOldPage = () => callRoute(articles, '/articles/drafted', { slug: 'drafted' });
    expect(await loadOldPage()).toMatchObject({ status: 200 });
    await change('articles', id, PUBLISHED);
    expect(await redirectSourcesOf(id)).toEqual(['/articles/drafted']);
    expect(await loadOldPage()).toMatchObject({ status: 308, redirect: '/articles/drafted-again' });
  });

  it('if the document was never published', async () => {
    const { id } = await createDocument('articles', 'Unseen');
    await change('articles', id, { slug: 'seen-later' }, '?draft=true');
    await change('articles', id, { slug: 'seen', ...PUBLISHED });
    expect(await redirectSourcesOf(id)).toEqual([]);
  });

  it('while the document is unpublished; published again, its last path redirects', async () => {
    const { id } = await createDocument('articles', 'Withdrawn', { published: true });
    await change('articles', id, { slug: 'withdrawn-2', ...PUBLISHED });
    await change('articles', id, { _status: 'draft' });
    await change('articles', id, { slug: 'returned' }, '?draft=true');
    expect(await redirectSourcesOf(id)).toEqual(['/articles/withdrawn']);
    await change('articles', id, PUBLISHED);
    expect(await redirectSourcesOf(id)).toEqual(['/articles/withdrawn', '/articles/withdrawn-2']);
    const response = await callRoute(articles, '/articles/withdrawn-2', { slug: 'withdrawn-2' });
    expect(response).toMatchObject({ status: 308, redirect: '/articles/returned' });
  });

  it('when it is unpublished, or when a version is restored as a draft', async () => {
    const { id } = await createDocument('articles', 'Versions', { published: true });
    await change('articles', id, { slug: 'versions-2', ...PUBLISHED });
    const { docs } = await api.findVersions({
      collection: 'articles',
      where: { parent: { equals: id } },
      sort: 'createdAt',
      overrideAccess: true,
    });
    const restore = (query: string) =>
      rest('POST', `/articles/versions/${docs[0]?.id}${query}`, { token });
    expect(await restore('?draft=true')).toMatchObject({ status: 200 });
    expect(await redirectSourcesOf(id)).toEqual(['/articles/versions']);
    // A version that is restored and published changes the slug like any other change.
    expect(await restore('?select[title]=true')).toMatchObject({ status: 200 });
    expect(await redirectSourcesOf(id)).toEqual(['/articles/versions-2']);
    await change('articles', id, { slug: 'versions-3', _status: 'draft' });
    expect(await redirectSourcesOf(id)).toEqual(['/articles/versions-2']);
  });
});

it('redirects each of several documents that are published at once', async () => {
  const ids = [];
  for (const name of ['many', 'more']) {
    const { id } = await createDocument('articles', name, { published: true });
    await change('articles', id, { slug: `${name}-moved` }, '?draft=true');
    ids.push(id);
  }
  // The admin's list sends this request.
  const bulkUpdate = `/articles?where[id][in]=${ids.join(',')}&draft=true`;
  expect(await rest('PATCH', bulkUpdate, { token, data: PUBLISHED })).toMatchObject({
    status: 200,
  });
  expect(await Promise.all(ids.map(redirectSourcesOf))).toEqual([
    ['/articles/many'],
    ['/articles/more'],
  ]);
});

it('creates no redirect in a transaction that is rolled back', async () => {
  const { id } = await createDocument('topics', 'Undone', { published: true });
  const req = await createLocalReq({}, api);
  await initTransaction(req);
  const data = { slug: 'done' };
  await api.update({ collection: 'topics', id, data, overrideAccess: true, req });
  await killTransaction(req);
  expect(await redirectSourcesOf(id)).toEqual([]);
});
