import { expect, it } from 'vitest';
import { rest } from '#tests/helpers/rest.ts';

it('GraphQL is off', async () => {
  for (const path of ['/graphql', '/graphql-playground']) {
    expect(
      await rest('POST', path, { data: { query: '{ __schema { types { name } } }' } }),
    ).toMatchObject({ status: 404 });
    expect(await rest('GET', path)).toMatchObject({ status: 404 });
  }
});

it('REST answers visitors with what is published', async () => {
  const { status, body } = await rest('GET', '/articles');
  expect(status).toBe(200);
  expect(body.docs).toEqual([]);
});
