import { expect, it } from 'vitest';
import { DATA_BUILDERS } from '#tests/helpers/document-data.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';
import { rest } from '#tests/helpers/rest.ts';
import type { FindResult } from '#tests/helpers/rest-result-types.ts';

it('disables GraphQL', async () => {
  for (const path of ['/graphql', '/graphql-playground']) {
    expect(
      await rest('POST', path, { data: { query: '{ __schema { types { name } } }' } }),
    ).toMatchObject({ status: 404 });
    expect(await rest('GET', path)).toMatchObject({ status: 404 });
  }
});

it('serves visitors through REST', async () => {
  const { status, body } = await rest<FindResult>('GET', '/articles');
  expect(status).toBe(200);
  expect(body.docs).toEqual([]);
});

it('populates relationships in lists with titles, not with whole documents', async () => {
  const { api, sharedId } = await documentFactory();
  const createArticle = async (title: string, related: string[]) => {
    const data = await DATA_BUILDERS.articles?.(title, sharedId);
    const fields = { ...data, _status: 'published', related };
    const { id } = await api.create({
      collection: 'articles',
      data: fields as never,
      overrideAccess: true,
    });
    return id;
  };
  const first = await createArticle('The first', []);
  await createArticle('The second', [first]);
  const { body } = await rest<FindResult>(
    'GET',
    '/articles?depth=3&where[title][equals]=The second',
  );
  expect(body.docs[0]?.related).toEqual([
    { id: first, title: 'The first', slug: 'the-first', summary: 'What it is about.' },
  ]);
});

it.each(['where=x', 'where[title][equals][$ne]=1', 'where[title][in][a]=1'])(
  'answers 400 to the malformed query %s',
  async (query) => {
    expect(await rest('GET', `/articles?${query}`)).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.any(String) }] },
    });
  },
);

it('answers 404 to versions that do not exist and to the verification of accounts', async () => {
  for (const path of ['/consent-records/versions', '/users/versions/x', '/globals/site/versions']) {
    expect(await rest('GET', path)).toMatchObject({ status: 404 });
  }
  expect(await rest('POST', '/users/verify/x')).toMatchObject({ status: 404 });
});

it('hides the internal collections of Payload and does not echo the query', async () => {
  for (const slug of ['payload-kv', 'payload-jobs', 'payload-migrations', 'nothing']) {
    const { status, body } = await rest('GET', `/${slug}?where[name][equals]=Canary`);
    expect([403, 404]).toContain(status);
    expect(JSON.stringify(body)).not.toContain('Canary');
  }
});
