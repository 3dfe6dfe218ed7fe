import { createLocalReq, initTransaction, killTransaction } from 'payload';
import { describe, expect, it } from 'vitest';
import { type Linkable, pathOf } from '#domain/href.ts';
import { getServerSideProps as articles } from '#pages/articles/[slug].tsx';
import { account } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';
import { ask } from '#tests/helpers/route.ts';
import { cabinet } from '#tests/helpers/specimens.ts';

const { api, specimen } = await cabinet();
const { token } = await account('editor', ['editor']);

const change = async (slug: string, id: unknown, data: object, query = '') => {
  const { status } = await rest('PATCH', `/${slug}/${id}${query}`, { token, data });
  return status;
};

/** What leads to the document, by where from. */
const leadingTo = async (id: unknown) => {
  const where = { 'to.document.value': { equals: id } };
  const all = { collection: 'redirects', where, sort: 'from', overrideAccess: true } as const;
  return (await api.find({ ...all, depth: 0, pagination: false })).docs.map(({ from }) => from);
};

const PUBLISHED = { _status: 'published' };

describe.each(['articles', 'pages', 'treatment-stages', 'topics', 'people'] as const)(
  'when one of %s moves',
  (collection: Linkable) => {
    const at = (slug: string) => pathOf(collection, slug);

    it('its old address leads to it', async () => {
      const { id } = await specimen(collection, 'Old name', { published: true });
      expect(await change(collection, id, { slug: 'new-name', ...PUBLISHED })).toBe(200);
      expect(await leadingTo(id)).toEqual([at('old-name')]);
      await change(collection, id, { slug: 'newer-name', ...PUBLISHED });
      expect(await leadingTo(id)).toEqual([at('new-name'), at('old-name')]);
    });

    it('nothing leads away from its new one', async () => {
      const { id } = await specimen(collection, 'There', { published: true });
      await change(collection, id, { slug: 'and', ...PUBLISHED });
      await change(collection, id, { slug: 'there', ...PUBLISHED });
      expect(await leadingTo(id)).toEqual([at('and')]);
    });

    it('its old address leads to it, even if it led elsewhere before', async () => {
      const first = await specimen(collection, 'Wanted', { published: true });
      await change(collection, first.id, { slug: 'first', ...PUBLISHED });
      const second = await specimen(collection, 'Wanted', { published: true });
      await change(collection, second.id, { slug: 'second', ...PUBLISHED });
      expect(await leadingTo(first.id)).toEqual([]);
      expect(await leadingTo(second.id)).toEqual([at('wanted')]);
    });

    it('to an address that is taken, nothing is moved at all', async () => {
      await specimen(collection, 'Taken', { published: true });
      const { id } = await specimen(collection, 'Free', { published: true });
      expect(await change(collection, id, { slug: 'taken', ...PUBLISHED })).toBe(400);
      expect(await leadingTo(id)).toEqual([]);
    });

    it('not at another change', async () => {
      const { id } = await specimen(collection, 'Stays here', { published: true });
      const words = collection === 'people' ? 'role' : 'summary';
      await change(collection, id, { [words]: 'Other words.', ...PUBLISHED });
      expect(await leadingTo(id)).toEqual([]);
    });
  },
);

describe('a draft moves nothing', () => {
  it('until it is published', async () => {
    const { id } = await specimen('articles', 'Drafted', { published: true });
    await change('articles', id, { slug: 'drafted-anew' }, '?draft=true&autosave=true');
    await change('articles', id, { slug: 'drafted-again' }, '?draft=true');
    expect(await leadingTo(id)).toEqual([]);
    const there = () => ask(articles, '/articles/drafted', { slug: 'drafted' });
    expect(await there()).toMatchObject({ status: 200 });
    await change('articles', id, PUBLISHED);
    expect(await leadingTo(id)).toEqual(['/articles/drafted']);
    expect(await there()).toMatchObject({ status: 308, redirect: '/articles/drafted-again' });
  });

  it('that readers have never seen', async () => {
    const { id } = await specimen('articles', 'Unseen');
    await change('articles', id, { slug: 'seen-later' }, '?draft=true');
    await change('articles', id, { slug: 'seen', ...PUBLISHED });
    expect(await leadingTo(id)).toEqual([]);
  });

  it('while it is taken back; published again, it is found where it last was', async () => {
    const { id } = await specimen('articles', 'Withdrawn', { published: true });
    await change('articles', id, { slug: 'withdrawn-2', ...PUBLISHED });
    await change('articles', id, { _status: 'draft' });
    await change('articles', id, { slug: 'returned' }, '?draft=true');
    expect(await leadingTo(id)).toEqual(['/articles/withdrawn']);
    await change('articles', id, PUBLISHED);
    expect(await leadingTo(id)).toEqual(['/articles/withdrawn', '/articles/withdrawn-2']);
    const there = await ask(articles, '/articles/withdrawn-2', { slug: 'withdrawn-2' });
    expect(there).toMatchObject({ status: 308, redirect: '/articles/returned' });
  });

  it('when it is taken back, or an earlier version brought back as a draft', async () => {
    const { id } = await specimen('articles', 'Versions', { published: true });
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
    expect(await leadingTo(id)).toEqual(['/articles/versions']);
    // Published, it moves like any other.
    expect(await restore('?select[title]=true')).toMatchObject({ status: 200 });
    expect(await leadingTo(id)).toEqual(['/articles/versions-2']);
    await change('articles', id, { slug: 'versions-3', _status: 'draft' });
    expect(await leadingTo(id)).toEqual(['/articles/versions-2']);
  });
});

it('many that are published at once each keep their own old address', async () => {
  const ids = [];
  for (const name of ['many', 'more']) {
    const { id } = await specimen('articles', name, { published: true });
    await change('articles', id, { slug: `${name}-moved` }, '?draft=true');
    ids.push(id);
  }
  // As the list in the admin does.
  const all = `/articles?where[id][in]=${ids.join(',')}&draft=true`;
  expect(await rest('PATCH', all, { token, data: PUBLISHED })).toMatchObject({ status: 200 });
  expect(await Promise.all(ids.map(leadingTo))).toEqual([['/articles/many'], ['/articles/more']]);
});

it('what is not committed has not moved', async () => {
  const { id } = await specimen('topics', 'Undone', { published: true });
  const req = await createLocalReq({}, api);
  await initTransaction(req);
  const data = { slug: 'done' };
  await api.update({ collection: 'topics', id, data, overrideAccess: true, req });
  await killTransaction(req);
  expect(await leadingTo(id)).toEqual([]);
});
