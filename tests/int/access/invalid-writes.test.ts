import { beforeAll, expect, it } from 'vitest';
import config from '#payload-config';
import { type Account, createAccounts, type Person } from '#tests/helpers/accounts.ts';
import { DATA_BUILDERS, PICTURE } from '#tests/helpers/document-data.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';
import {
  describeWrongResponse,
  type Existing,
  type WrongWrite,
  wrongWrites,
} from '#tests/helpers/hostile/writes.ts';
import { rest } from '#tests/helpers/rest.ts';
import type { FindResult, SaveResult } from '#tests/helpers/rest-result-types.ts';
import { SEED } from '#tests/helpers/seed.ts';

const BODIES = Number(process.env.BODIES ?? 500);

const factory = await documentFactory();
const existing: Existing = {};
let accounts: Map<Person, Account>;

beforeAll(async () => {
  accounts = await createAccounts();
  const token = accounts.get('admin')?.token;
  for (const slug of Object.keys(DATA_BUILDERS)) {
    const id = await factory.sharedId(slug as 'articles');
    const versions = `/${slug}/versions?where[parent][equals]=${id}`;
    const { body } = await rest<Partial<FindResult>>('GET', versions, { token });
    existing[slug] = { id, version: body.docs?.[0]?.id };
  }
});

/** Returns all stored documents, without `updatedAt` and sessions. */
const readStored = async () =>
  Promise.all(
    Object.entries(factory.api.db.collections).map(async ([slug, model]) => {
      const docs = await model?.find().select('-updatedAt -sessions').sort('_id').lean();
      return [slug, JSON.stringify(docs)];
    }),
  );

it(
  `names each invalid value and stores nothing (seed ${SEED})`,
  async () => {
    const writes = wrongWrites(await config, existing, SEED, BODIES);
    const before = await readStored();
    const failures: string[] = [];
    const send = async (write: WrongWrite) => {
      const { role, method, path, body: data } = write;
      const response = await rest(method, path, { token: accounts.get(role)?.token, data });
      failures.push(...[describeWrongResponse(write, response) ?? []].flat());
    };
    for (const write of writes) if (write.names) await send(write);
    expect(failures).toEqual([]);
    expect(await readStored()).toEqual(before);
    // Restoring a version ignores the body.
    for (const write of writes) if (!write.names) await send(write);
    expect(failures).toEqual([]);
  },
  30_000 + 100 * BODIES,
);

const richText = (extra: object, root: object = {}) => ({
  root: { type: 'root', children: [], direction: null, format: '', indent: 0, version: 1, ...root },
  ...extra,
});

it.each([
  ['topics', { _id: null }, '_id'],
  ['topics', { _id: '507f1f77bcf86cd799439011', name: 'Another' }, '_id'],
  ['form-submissions', { _id: '507f1f77bcf86cd799439011' }, '_id'],
  ['people', { biography: richText({ beside: { a: 1 } }) }, 'biography'],
  ['people', { biography: richText({}, { version: { a: 1 } }) }, 'biography'],
  ['people', { biography: richText({}, { type: 'paragraph' }) }, 'biography'],
])('rejects data of %s that no field defines: %j', async (slug, data, path) => {
  const token = accounts.get(slug === 'form-submissions' ? 'lead' : 'admin')?.token;
  const { status, body } = await rest<{ errors: { data: { errors: { path: string }[] } }[] }>(
    'PATCH',
    `/${slug}/${existing[slug]?.id}`,
    { token, data },
  );
  expect([status, body.errors[0]?.data.errors[0]?.path]).toEqual([400, path]);
});

it.each([
  'a\u0000.png',
  'a%00.png',
  `${'x'.repeat(400)}.png`,
  `${'😀'.repeat(100)}.png`,
  '..%2f..%2fx.png',
  '../../x.png',
  '.png',
  '%',
  '',
])('stores a picture with an unusual name under a safe one, or rejects it: %j', async (name) => {
  const form = new FormData();
  form.set('_payload', JSON.stringify({ alt: 'A picture' }));
  form.set('file', new File([PICTURE.data], name, { type: PICTURE.mimetype }));
  const token = accounts.get('editor')?.token;
  const { status, body } = await rest<Partial<SaveResult>>('POST', '/media', { token, form });
  expect([201, 400]).toContain(status);
  expect(String(body.doc?.filename ?? '')).not.toMatch(/%00|%2f|\//i);
});
