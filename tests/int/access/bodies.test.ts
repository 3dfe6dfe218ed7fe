import { randomInt } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import config from '#payload-config';
import { type Account, accountsOfAll, type Person } from '#tests/helpers/accounts.ts';
import type { Found, Saved } from '#tests/helpers/answers.ts';
import {
  type Existing,
  type WrongWrite,
  wrongAnswer,
  wrongWrites,
} from '#tests/helpers/hostile/writes.ts';
import { rest } from '#tests/helpers/rest.ts';
import { cabinet, PICTURE, SPECIMENS } from '#tests/helpers/specimens.ts';

const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
const BODIES = Number(process.env.BODIES ?? 500);

const made = await cabinet();
const existing: Existing = {};
let accounts: Map<Person, Account>;

beforeAll(async () => {
  accounts = await accountsOfAll();
  const token = accounts.get('admin')?.token;
  for (const slug of Object.keys(SPECIMENS)) {
    const id = await made.has(slug as 'articles');
    const versions = `/${slug}/versions?where[parent][equals]=${id}`;
    const { body } = await rest<Partial<Found>>('GET', versions, { token });
    existing[slug] = { id, version: body.docs?.[0]?.id };
  }
});

/** All documents as they are stored, but for when they were saved last and by which sessions. */
const stored = async () =>
  Promise.all(
    Object.entries(made.api.db.collections).map(async ([slug, model]) => {
      const docs = await model?.find().select('-updatedAt -sessions').sort('_id').lean();
      return [slug, JSON.stringify(docs)];
    }),
  );

it(
  `a wrong value of a colleague is named, and nothing is stored (seed ${seed})`,
  async () => {
    const writes = wrongWrites(await config, existing, seed, BODIES);
    const before = await stored();
    const wrong: string[] = [];
    const send = async (write: WrongWrite) => {
      const { role, method, path, body: data } = write;
      const answer = await rest(method, path, { token: accounts.get(role)?.token, data });
      wrong.push(...[wrongAnswer(write, answer) ?? []].flat());
    };
    for (const write of writes) if (write.names) await send(write);
    expect(wrong).toEqual([]);
    expect(await stored()).toEqual(before);
    // A version is restored whatever is sent with it.
    for (const write of writes) if (!write.names) await send(write);
    expect(wrong).toEqual([]);
  },
  30_000 + 100 * BODIES,
);

const text = (more: object, root: object = {}) => ({
  root: { type: 'root', children: [], direction: null, format: '', indent: 0, version: 1, ...root },
  ...more,
});

it.each([
  ['topics', { _id: null }, '_id'],
  ['topics', { _id: '507f1f77bcf86cd799439011', name: 'Another' }, '_id'],
  ['form-submissions', { _id: '507f1f77bcf86cd799439011' }, '_id'],
  ['people', { biography: text({ beside: { a: 1 } }) }, 'biography'],
  ['people', { biography: text({}, { version: { a: 1 } }) }, 'biography'],
  ['people', { biography: text({}, { type: 'paragraph' }) }, 'biography'],
])(
  'what belongs to no field of %s is refused where it would be stored: %j',
  async (slug, data, path) => {
    const token = accounts.get(slug === 'form-submissions' ? 'lead' : 'admin')?.token;
    const { status, body } = await rest<{ errors: { data: { errors: { path: string }[] } }[] }>(
      'PATCH',
      `/${slug}/${existing[slug]?.id}`,
      { token, data },
    );
    expect([status, body.errors[0]?.data.errors[0]?.path]).toEqual([400, path]);
  },
);

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
])('a picture with an odd name is stored under a good one, or refused: %j', async (name) => {
  const form = new FormData();
  form.set('_payload', JSON.stringify({ alt: 'A picture' }));
  form.set('file', new File([PICTURE.data], name, { type: PICTURE.mimetype }));
  const token = accounts.get('editor')?.token;
  const { status, body } = await rest<Partial<Saved>>('POST', '/media', { token, form });
  expect([201, 400]).toContain(status);
  expect(String(body.doc?.filename ?? '')).not.toMatch(/%00|%2f|\//i);
});
