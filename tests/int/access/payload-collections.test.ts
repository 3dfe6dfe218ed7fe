import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import config from '#payload-config';
import {
  type Account,
  createAccount,
  createAccounts,
  PERSONS,
  type Person,
} from '#tests/helpers/accounts.ts';
import { createPayloadDocument, documentFactory } from '#tests/helpers/document-factory.ts';
import { rest } from '#tests/helpers/rest.ts';
import type { FindResult } from '#tests/helpers/rest-result-types.ts';
import { PAYLOAD_COLLECTIONS } from './expectations.ts';

const factory = await documentFactory();
let accounts: Map<Person, Account>;
let owner: Account;

beforeAll(async () => {
  accounts = await createAccounts();
  owner = await createAccount('somebody else', ['admin']);
});

it('covers all of Payload’s own collections', async () => {
  const { collections, globals } = await config;
  const slugs = collections.map(({ slug }) => slug).filter((slug) => slug.startsWith('payload-'));
  expect(slugs.toSorted()).toEqual(Object.keys(PAYLOAD_COLLECTIONS));
  // A lockable document would add a collection of locks, which every account may read.
  for (const { lockDocuments } of [...collections, ...globals]) expect(lockDocuments).toBe(false);
});

const REFUSAL_STATUSES = [400, 401, 403, 404, 405];

describe.each(Object.keys(PAYLOAD_COLLECTIONS))('%s', (slug) => {
  const readStored = async () =>
    JSON.stringify(await factory.api.db.collections[slug]?.find().lean());
  let id: string;
  const idFilter = () => `where[id][equals]=${id}`;

  beforeEach(async () => {
    await factory.deleteAll(slug);
    id = await createPayloadDocument(factory.api, slug, owner);
  });

  describe.each(PERSONS)('%s', (person) => {
    const token = () => accounts.get(person)?.token;
    const mayRead = PAYLOAD_COLLECTIONS[slug]?.read?.includes(person) ?? false;

    it(`${mayRead ? 'may' : 'may not'} read`, async () => {
      for (const path of [`/${id}`, `?${idFilter()}`, `/count?${idFilter()}`]) {
        const { body } = await rest<Partial<FindResult>>('GET', `/${slug}${path}`, {
          token: token(),
        });
        const text = JSON.stringify(body).replaceAll(`/${id}`, '');
        const isShown = text.includes(id) || (body?.totalDocs ?? 0) > 0;
        expect([path, isShown]).toEqual([path, mayRead]);
      }
    });

    it.each([
      ['POST', () => ''],
      ['POST', () => `/${id}/duplicate`],
      ['POST', () => `/access/${id}`],
      ['POST', () => `/versions/${id}`],
      ['PATCH', () => `/${id}`],
      ['PATCH', () => `?${idFilter()}`],
      ['DELETE', () => `/${id}`],
      ['DELETE', () => `?${idFilter()}`],
    ])('may not change anything by %s %o', async (method, path) => {
      const before = await readStored();
      const key = 'x';
      const user = { relationTo: 'users', value: owner.user.id };
      const data = { key, value: { by: person }, user, queue: 'x' };
      const { status, body } = await rest<Partial<FindResult>>(method, `/${slug}${path()}`, {
        token: token(),
        data,
      });
      const filtersByUser = slug === 'payload-preferences' && token() !== undefined;
      const foundNothing = filtersByUser && status === 200 && body.docs?.length === 0;
      if (!foundNothing && !path().startsWith('/access'))
        expect(REFUSAL_STATUSES).toContain(status);
      expect(await readStored()).toBe(before);
    });
  });
});

it.each(['run', 'handle-schedules'])('lets nobody run jobs by %s', async (path) => {
  for (const person of PERSONS) {
    const { status } = await rest('GET', `/payload-jobs/${path}`, {
      token: accounts.get(person)?.token,
    });
    expect([person, REFUSAL_STATUSES.includes(status)]).toEqual([person, true]);
  }
});

describe('a preference', () => {
  const path = '/payload-preferences/colors';

  it('is read, changed and deleted by its owner alone', async () => {
    const admin = accounts.get('admin')?.token;
    const writer = accounts.get('writer')?.token;
    await rest('POST', path, { token: writer, data: { value: 'secret' } });
    const read = async (token: string | undefined) =>
      JSON.stringify((await rest('GET', path, { token })).body);
    expect(await read(writer)).toContain('secret');
    expect(await read(admin)).not.toContain('secret');
    await rest('POST', path, { token: admin, data: { value: 'another' } });
    await rest('DELETE', path, { token: admin });
    expect(await read(writer)).toContain('secret');
    expect(await read(undefined)).not.toContain('secret');
  });

  it('is limited in size', async () => {
    const token = accounts.get('writer')?.token;
    const save = (size: number, key = 'colors') =>
      rest('POST', `/payload-preferences/${key}`, { token, data: { value: 'x'.repeat(size) } });
    expect(await save(60 * 1024)).toMatchObject({ status: 200 });
    expect(await save(70 * 1024)).toMatchObject({ status: 413 });
    expect(await save(1, 'x'.repeat(256))).toMatchObject({ status: 400 });
  });
});
