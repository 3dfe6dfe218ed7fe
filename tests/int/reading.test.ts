import { beforeAll, expect, it } from 'vitest';
import { account } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';

let token: string;

beforeAll(async () => {
  ({ token } = await account('editor', ['editor']));
});

const and = (condition: string, times: number): string =>
  Array.from({ length: times }, (_, at) => `where[and][${at}]${condition}`).join('&');

it.each([
  'limit=101',
  'limit=0',
  'pagination=false',
  'limit=100&page=101',
  'sort=title,slug,summary,updatedAt',
  and('[title][equals]=x', 21),
  and('[title][like]=x', 3),
  `where[title][contains]=${'x'.repeat(101)}`,
  'where[related.related.related.related.title][equals]=x',
])('a visitor has to ask for less than %s', async (query) => {
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
  and('[title][equals]=x', 20),
  'where[title][like]=x&where[summary][contains]=y',
  'where[authors.name][equals]=x',
])('a visitor may ask for %s', async (query) => {
  expect(await rest('GET', `/articles?${query}`)).toMatchObject({ status: 200 });
});

it('a colleague may ask for more, but not for all at once', async () => {
  for (const query of ['limit=1000', and('[title][like]=x', 3)]) {
    expect(await rest('GET', `/articles?${query}`, { token })).toMatchObject({ status: 200 });
  }
  for (const query of ['limit=0', 'limit=1001', 'pagination=false']) {
    expect(await rest('GET', `/articles?${query}`, { token })).toMatchObject({ status: 400 });
  }
});
