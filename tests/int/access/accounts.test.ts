import { beforeAll, describe, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import type { User } from '#payload-types.ts';
import { env } from '#platform/environment/env.ts';
import {
  type Account,
  account,
  accountsOfAll,
  PASSWORD,
  type Person,
} from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';

let accounts: Map<Person, Account>;
let writer: Account;

beforeAll(async () => {
  // Before there is any account: an empty database must not belong to whoever finds it first.
  const first = { name: 'First', email: 'first@example.org', password: PASSWORD, roles: ['admin'] };
  for (const path of ['/users/first-register', '/users']) {
    expect(await rest('POST', path, { data: first })).toMatchObject({ status: 403 });
  }
  expect(
    (await (await payload()).count({ collection: 'users', overrideAccess: true })).totalDocs,
  ).toBe(0);
  accounts = await accountsOfAll();
  writer = await account('some writer', ['writer']);
});

it('nobody but an administrator gives roles', async () => {
  const roles = async () =>
    (
      await (
        await payload()
      ).findByID({ collection: 'users', id: writer.user.id, overrideAccess: true })
    ).roles;
  for (const path of [`/users/${writer.user.id}`, `/users?where[id][equals]=${writer.user.id}`]) {
    for (const as of [writer, ...accounts.values()]) {
      if (as === accounts.get('admin')) continue;
      await rest('PATCH', path, { token: as.token, data: { roles: ['admin', 'lead'] } });
      expect(await roles()).toEqual(['writer']);
    }
  }
  const token = accounts.get('admin')?.token;
  await rest('PATCH', `/users/${writer.user.id}`, { token, data: { roles: ['writer', 'editor'] } });
  expect(await roles()).toEqual(['writer', 'editor']);
});

it('a person changes the own name and password, and nobody else’s', async () => {
  const other = await account('other writer', ['writer']);
  const path = `/users/${other.user.id}`;
  const change = {
    name: 'Changed',
    password: 'another password for all',
    currentPassword: PASSWORD,
  };
  for (const [person, { token }] of accounts) {
    if (person === 'admin') continue;
    expect(await rest('PATCH', path, { token, data: change })).toMatchObject({ status: 403 });
  }
  expect(await rest('PATCH', path, { token: other.token, data: change })).toMatchObject({
    status: 200,
  });
});

it('only those who hold a role enter the admin', async () => {
  const entered = async (token?: string) => {
    const { body } = await rest<{ canAccessAdmin?: boolean }>('GET', '/access', { token });
    return Boolean(body.canAccessAdmin);
  };
  for (const [person, { token }] of accounts) {
    expect([person, await entered(token)]).toEqual([person, person !== 'no role']);
  }
  expect(await entered()).toBe(false);
});

it('asking for a new password says the same of every address, and writes none down', async () => {
  const { logger } = await payload();
  const written = [vi.spyOn(logger, 'info'), vi.spyOn(logger, 'warn'), vi.spyOn(logger, 'error')];
  const ask = (email: string) => rest('POST', '/users/forgot-password', { data: { email } });
  const known = await ask(writer.user.email);
  const unknown = await ask('nobody-at-all@example.org');
  expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
  expect(JSON.stringify(written.map(({ mock }) => mock.calls))).not.toContain('example.org');
});

describe('a cookie counts only where a page of this site sends it', () => {
  const me = async (headers: Record<string, string>) => {
    const cookie = `payload-token=${writer.token}`;
    const asked = { headers: { cookie, ...headers } };
    const { body } = await rest<{ user?: User }>('GET', '/users/me', asked);
    return body.user?.id;
  };

  it('not from another site', async () => {
    expect(await me({ origin: 'https://elsewhere.example' })).toBeUndefined();
    expect(await me({ 'sec-fetch-site': 'cross-site' })).toBeUndefined();
    expect(await me({ origin: 'null' })).toBeUndefined();
  });

  it('from this one', async () => {
    expect(await me({ origin: env.SITE_URL })).toBe(writer.user.id);
    expect(await me({ 'sec-fetch-site': 'same-origin' })).toBe(writer.user.id);
  });
});
