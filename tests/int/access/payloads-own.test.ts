import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import config from '#payload-config';
import {
  type Account,
  account,
  accountsOfAll,
  PERSONS,
  type Person,
} from '#tests/helpers/accounts.ts';
import type { Found } from '#tests/helpers/answers.ts';
import { rest } from '#tests/helpers/rest.ts';
import { cabinet, payloadsOwn } from '#tests/helpers/specimens.ts';
import { PAYLOADS_OWN } from './expectations.ts';

const made = await cabinet();
let accounts: Map<Person, Account>;
let owner: Account;

beforeAll(async () => {
  accounts = await accountsOfAll();
  owner = await account('somebody else', ['admin']);
});

it('there are these collections of Payload’s own, and no other', async () => {
  const { collections, globals } = await config;
  const slugs = collections.map(({ slug }) => slug).filter((slug) => slug.startsWith('payload-'));
  expect(slugs.toSorted()).toEqual(Object.keys(PAYLOADS_OWN));
  // With a document that can be locked there would be a collection of locks, open to every account.
  for (const { lockDocuments } of [...collections, ...globals]) expect(lockDocuments).toBe(false);
});

const REFUSED = [400, 401, 403, 404, 405];

describe.each(Object.keys(PAYLOADS_OWN))('%s', (slug) => {
  const stored = async () => JSON.stringify(await made.api.db.collections[slug]?.find().lean());
  let id: string;
  const only = () => `where[id][equals]=${id}`;

  beforeEach(async () => {
    await made.empty(slug);
    id = await payloadsOwn(made.api, slug, owner);
  });

  describe.each(PERSONS)('%s', (person) => {
    const token = () => accounts.get(person)?.token;
    const reads = PAYLOADS_OWN[slug]?.read?.includes(person) ?? false;

    it(`${reads ? 'may' : 'may not'} read`, async () => {
      for (const path of [`/${id}`, `?${only()}`, `/count?${only()}`]) {
        const { body } = await rest<Partial<Found>>('GET', `/${slug}${path}`, { token: token() });
        const words = JSON.stringify(body).replaceAll(`/${id}`, '');
        const isShown = words.includes(id) || (body?.totalDocs ?? 0) > 0;
        expect([path, isShown]).toEqual([path, reads]);
      }
    });

    it.each([
      ['POST', () => ''],
      ['POST', () => `/${id}/duplicate`],
      ['POST', () => `/access/${id}`],
      ['POST', () => `/versions/${id}`],
      ['PATCH', () => `/${id}`],
      ['PATCH', () => `?${only()}`],
      ['DELETE', () => `/${id}`],
      ['DELETE', () => `?${only()}`],
    ])('may not change anything by %s %o', async (method, path) => {
      const before = await stored();
      const key = 'x';
      const user = { relationTo: 'users', value: owner.user.id };
      const data = { key, value: { by: person }, user, queue: 'x' };
      const { status, body } = await rest<Partial<Found>>(method, `/${slug}${path()}`, {
        token: token(),
        data,
      });
      const mine = slug === 'payload-preferences' && token() !== undefined;
      const nothing = mine && status === 200 && body.docs?.length === 0;
      if (!nothing && !path().startsWith('/access')) expect(REFUSED).toContain(status);
      expect(await stored()).toBe(before);
    });
  });
});

it.each(['run', 'handle-schedules'])('nobody has jobs run by %s', async (path) => {
  for (const person of PERSONS) {
    const { status } = await rest('GET', `/payload-jobs/${path}`, {
      token: accounts.get(person)?.token,
    });
    expect([person, REFUSED.includes(status)]).toEqual([person, true]);
  }
});

describe('a preference', () => {
  const address = '/payload-preferences/colors';

  it('is read, changed and deleted by its person alone', async () => {
    const admin = accounts.get('admin')?.token;
    const writer = accounts.get('writer')?.token;
    await rest('POST', address, { token: writer, data: { value: 'secret' } });
    const read = async (token: string | undefined) =>
      JSON.stringify((await rest('GET', address, { token })).body);
    expect(await read(writer)).toContain('secret');
    expect(await read(admin)).not.toContain('secret');
    await rest('POST', address, { token: admin, data: { value: 'another' } });
    await rest('DELETE', address, { token: admin });
    expect(await read(writer)).toContain('secret');
    expect(await read(undefined)).not.toContain('secret');
  });

  it('is small', async () => {
    const token = accounts.get('writer')?.token;
    const save = (size: number, key = 'colors') =>
      rest('POST', `/payload-preferences/${key}`, { token, data: { value: 'x'.repeat(size) } });
    expect(await save(60 * 1024)).toMatchObject({ status: 200 });
    expect(await save(70 * 1024)).toMatchObject({ status: 413 });
    expect(await save(1, 'x'.repeat(256))).toMatchObject({ status: 400 });
  });
});
