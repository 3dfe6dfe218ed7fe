import { expect, it } from 'vitest';
import type { Found } from '#tests/helpers/answers.ts';
import { rest } from '#tests/helpers/rest.ts';
import { cabinet, SPECIMENS } from '#tests/helpers/specimens.ts';

it('GraphQL is off', async () => {
  for (const path of ['/graphql', '/graphql-playground']) {
    expect(
      await rest('POST', path, { data: { query: '{ __schema { types { name } } }' } }),
    ).toMatchObject({ status: 404 });
    expect(await rest('GET', path)).toMatchObject({ status: 404 });
  }
});

it('REST answers visitors with what is published', async () => {
  const { status, body } = await rest<Found>('GET', '/articles');
  expect(status).toBe(200);
  expect(body.docs).toEqual([]);
});

it('a list brings along the names of what it refers to, but not the texts', async () => {
  const { api, has } = await cabinet();
  const article = async (title: string, related: string[]) => {
    const data = await SPECIMENS.articles?.(title, has);
    const created = { ...data, _status: 'published', related };
    const { id } = await api.create({
      collection: 'articles',
      data: created as never,
      overrideAccess: true,
    });
    return id;
  };
  const first = await article('The first', []);
  await article('The second', [first]);
  const { body } = await rest<Found>('GET', '/articles?depth=3&where[title][equals]=The second');
  expect(body.docs[0]?.related).toEqual([
    { id: first, title: 'The first', slug: 'the-first', summary: 'What it is about.' },
  ]);
});

it.each(['where=x', 'where[title][equals][$ne]=1', 'where[title][in][a]=1'])(
  'a query that cannot be read is the sender’s to mend: %s',
  async (query) => {
    expect(await rest('GET', `/articles?${query}`)).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.any(String) }] },
    });
  },
);

it('versions that a collection or a global does not have are missing, and accounts are not verified by mail', async () => {
  for (const path of ['/consent-records/versions', '/users/versions/x', '/globals/site/versions']) {
    expect(await rest('GET', path)).toMatchObject({ status: 404 });
  }
  expect(await rest('POST', '/users/verify/x')).toMatchObject({ status: 404 });
});

it('what has no address of its own is missing, and nothing that was sent is repeated', async () => {
  for (const slug of ['payload-kv', 'payload-jobs', 'payload-migrations', 'nothing']) {
    const { status, body } = await rest('GET', `/${slug}?where[name][equals]=Canary`);
    expect([403, 404]).toContain(status);
    expect(JSON.stringify(body)).not.toContain('Canary');
  }
});
