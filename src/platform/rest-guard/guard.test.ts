import { expect, it } from 'vitest';
import { send } from '#tests/helpers/guarded-request.ts';

it.each([
  '/articles',
  '/articles?limit=10&page=2&depth=1&sort=-publishedAt,title&locale=en&draft=true',
  '/articles?where[or][0][and][0][title][equals]=a+b&where[or][1][slug][in][]=x&select[title]=true',
  '/articles?where=%7B%22title%22%3A%7B%22equals%22%3A%22x%22%7D%7D',
  '/articles?sort[]=title&sort[]=-slug&fallback-locale=null&limit=',
])('forwards a valid query: %s', async (path) => {
  expect((await send(path)).status).toBe(200);
});

it.each([
  ...['-1', '1e99', '1.5', 'x', '0x10', '10000', 'Infinity', 'NaN'].map((n) => `limit=${n}`),
  ...['0', '-1', '1e99', 'x'].map((n) => `page=${n}`),
  ...['100', '-1', 'x'].map((n) => `depth=${n}`),
  'limit=1&limit=2',
  'limit[]=1',
  'limit[$gt]=1',
  'sort[a]=b',
  'sort=$where',
  'sort=title;drop',
  'select=x',
  'populate=x',
  'locale[]=en',
  'locale=$ne',
  'draft=maybe',
  'where=x',
  'where=%7B%22title%22%3A%7B%22%24ne%22%3A1%7D%7D',
  'where[title][near]=1,2',
  'where=%7B%22title%22%3A%7B%22near%22%3A1%7D%7D',
  'where=null',
  'sort=',
  'where=%7B%22title%22%3A%7B%22n%5Cu0065ar%22%3A%221%2C2%22%7D%7D',
  'where=%7B%22title%22%3A%7B%22lik%5Cu0065%22%3A%7B%22toString%22%3A1%7D%7D%7D',
  'where=%7B%22and%22%3A%5Bnull%5D%7D',
  'where=%7B%22title%22%3Anull%7D',
  'where=%7B%22or%22%3A%5B%7B%22title%22%3Anull%7D%5D%7D',
  'where=%7B%22title%22%3A%7B%22contains%22%3Anull%7D%7D',
  'where=[]',
  'where[title][$ne]=1',
  'where[__proto__][equals]=1',
  'where[constructor][prototype][x]=1',
  'where[title][equals][_bsontype]=x',
  'where=%7B%22id%22%3A%7B%22in%22%3A%5B%7B%22_bsontype%22%3A%22ObjectId%22%7D%5D%7D%7D',
  'where[title][like][]=x',
  'where[title][like][a]=x',
  'where[title][contains]=x&where[title][contains]=y',
  'where=%7B%22title%22%3A%7B%22like%22%3A%5B1%5D%7D%7D',
  'where[title][equals]=%00',
  'where[title][equals]=%E0%A4%A',
  'where[title][equals]=%ED%A0%80',
  `where${'[or][0]'.repeat(5)}[title][equals]=1`,
])('rejects an invalid query: %s', async (query) => {
  expect(await send(`/articles?${query}`)).toMatchObject({
    status: 400,
    body: { errors: [{ message: expect.any(String) }] },
    forwardedBody: undefined,
  });
});

it.each([
  ['too long', `where[title][equals]=${'x'.repeat(9000)}`],
  ['of too many parts', Array.from({ length: 1001 }, () => 'a=').join('&')],
])('rejects a query that is %s', async (_, query) => {
  expect((await send(`/articles?${query}`)).status).toBe(414);
});

it.each([
  '/articles/%E0%A4%A',
  '/__proto__/x',
  '/articles/$ne',
  '/articles/%00',
  '/media/file/%ff',
])('rejects an invalid path: %s', async (path) => {
  expect((await send(path)).status).toBe(400);
});

it.each([
  '/payload-jobs/versions',
  '/payload%2Djobs/versions/1?select[a]=1',
  '/payload-jobs/versions/',
  '/payload-preferences/versions/1',
])('hides the versions of Payload’s own collections: %s', async (path) => {
  expect(await send(path)).toMatchObject({ status: 404, forwardedBody: undefined });
});
