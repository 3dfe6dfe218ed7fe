import { beforeAll, expect, it } from 'vitest';
import { payload as startPayload } from '#data/payload.ts';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import type { Header, Media } from '#payload-types.ts';
import { ACCOUNTS } from '#seed/demo/accounts.ts';
import { isUnseeded, seedDemo } from '#seed/seed.ts';
import { countDocuments } from '#tests/helpers/count-documents.ts';
import { rest } from '#tests/helpers/rest.ts';
import type { Doc, FindResult, LoginResult } from '#tests/helpers/rest-result-types.ts';
import { readSessionToken } from '#tests/helpers/session.ts';

const PASSWORD = 'sample password of this test';
const EXPLAINER = 'understanding-intensive-outpatient-treatment';

const payload = await startPayload();
const quiet = () => {};

beforeAll(async () => {
  expect(await isUnseeded(payload)).toBe(true);
  await seedDemo(payload, PASSWORD, quiet);
  expect(await isUnseeded(payload)).toBe(false);
}, 120_000);

it('publishes all demo content, the explainer as the newest article', async () => {
  const { body } = await rest<FindResult>('GET', '/articles?sort=-publishedAt&limit=100');
  expect(body.docs).toHaveLength(8);
  expect(body.docs[0]?.slug).toBe(EXPLAINER);
  expect(new Set(body.docs.map(({ publishedAt }) => publishedAt)).size).toBe(8);
  for (const [collection, count] of [
    ['treatment-stages', 5],
    ['pages', 7],
    ['calls-to-action', SUBMISSION_KINDS.length],
    ['media', 10],
    ['redirects', 1],
  ] as const) {
    expect((await rest('GET', `/${collection}`)).body, collection).toMatchObject({
      totalDocs: count,
    });
  }
});

it('stores pictures as WebP, with small sizes for phones', async () => {
  const { body } = await rest<FindResult<Media>>('GET', '/media?limit=100');
  for (const { filename, mimeType, width, height, sizes } of body.docs) {
    expect({ mimeType, width, height }, filename ?? '').toEqual({
      mimeType: 'image/webp',
      width: 1600,
      height: 900,
    });
    expect(sizes?.w480).toMatchObject({ width: 480, mimeType: 'image/webp' });
    // A first visit by phone loads two pictures and has a size budget.
    expect(sizes?.w720?.filesize, filename ?? '').toBeLessThan(12_500);
  }
});

it.each(ACCOUNTS)('lets $email sign in', async ({ email, roles }) => {
  const { status, body } = await rest<LoginResult>('POST', '/users/login', {
    data: { email, password: PASSWORD },
  });
  expect(status).toBe(200);
  expect(body.user.roles).toEqual(roles);
});

it('run again, keeps the changes of editors and creates no duplicates', async () => {
  const login = { email: 'editor@example.org', password: PASSWORD };
  const token = readSessionToken(await rest('POST', '/users/login', { data: login }));
  const articles = await rest<FindResult>('GET', `/articles?where[slug][equals]=${EXPLAINER}`);
  const id = articles.body.docs[0]?.id;
  const change = { token, data: { title: 'As an editor has it', _status: 'published' } };
  expect((await rest('PATCH', `/articles/${id}`, change)).status).toBe(200);
  const links = [{ label: 'Mine', link: { type: 'address', address: '/mine' } }];
  expect((await rest('POST', '/globals/header', { token, data: { links } })).status).toBe(200);
  const before = await countDocuments();

  await seedDemo(payload, 'another password', quiet);

  expect(await countDocuments()).toEqual(before);
  expect((await rest<Doc>('GET', `/articles/${id}`)).body.title).toBe('As an editor has it');
  expect((await rest<Header>('GET', '/globals/header')).body.links).toMatchObject(links);
  expect((await rest('POST', '/users/login', { data: login })).status).toBe(200);
});
