import { beforeAll, expect, it } from 'vitest';
import { createAccount } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';

let token: string;

beforeAll(async () => {
  ({ token } = await createAccount('editor', ['editor']));
});

const repeatCondition = (condition: string, times: number): string =>
  Array.from({ length: times }, (_, at) => `where[and][${at}]${condition}`).join('&');

it.each([
  'limit=101',
  'limit=0',
  'pagination=false',
  'limit=100&page=101',
  'sort=title,slug,summary,updatedAt',
  repeatCondition('[title][equals]=x', 21),
  repeatCondition('[title][like]=x', 3),
  `where[title][contains]=${'x'.repeat(101)}`,
  'where[related.related.related.related.title][equals]=x',
])('rejects %s of visitors', async (query) => {
  for (const path of ['/articles', '/topics', '/media']) {
    expect(await rest('GET', `${path}?${query}`)).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.any(String) }] },
    });
  }
});

it.each([
  'limit=100&page=100',
  'sort=title,slug,summary',
  repeatCondition('[title][equals]=x', 20),
  'where[title][like]=x&where[summary][contains]=y',
  'where[authors.name][equals]=x',
])('accepts %s of visitors', async (query) => {
  expect(await rest('GET', `/articles?${query}`)).toMatchObject({ status: 200 });
});

it('accepts larger queries of editors, but not unlimited ones', async () => {
  for (const query of ['limit=1000', repeatCondition('[title][like]=x', 3)]) {
    expect(await rest('GET', `/articles?${query}`, { token })).toMatchObject({ status: 200 });
  }
  for (const query of ['limit=0', 'limit=1001', 'pagination=false']) {
    expect(await rest('GET', `/articles?${query}`, { token })).toMatchObject({ status: 400 });
  }
});
