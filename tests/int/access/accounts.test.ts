import { beforeAll, describe, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import type { User } from '#payload-types.ts';
import { env } from '#platform/environment/env.ts';
import {
  type Account,
  createAccount,
  createAccounts,
  PASSWORD,
  type Person,
} from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';

let accounts: Map<Person, Account>;
let writer: Account;

beforeAll(async () => {
  // Before any account exists: the first visitor must not become the administrator.
  const first = { name: 'First', email: 'first@example.org', password: PASSWORD, roles: ['admin'] };
  for (const path of ['/users/first-register', '/users']) {
    expect(await rest('POST', path, { data: first })).toMatchObject({ status: 403 });
  }
  expect(
    (await (await payload()).count({ collection: 'users', overrideAccess: true })).totalDocs,
  ).toBe(0);
  accounts = await createAccounts();
  writer = await createAccount('some writer', ['writer']);
});

it('lets only an administrator assign roles', async () => {
  const roles = async () =>
    (
      await (
        await payload()
      ).findByID({ collection: 'users', id: writer.user.id, overrideAccess: true })
    ).roles;
  for (const path of [`/users/${writer.user.id}`, `/users?where[id][equals]=${writer.user.id}`]) {
    for (const user of [writer, ...accounts.values()]) {
      if (user === accounts.get('admin')) continue;
      await rest('PATCH', path, { token: user.token, data: { roles: ['admin', 'lead'] } });
      expect(await roles()).toEqual(['writer']);
    }
  }
  const token = accounts.get('admin')?.token;
  await rest('PATCH', `/users/${writer.user.id}`, { token, data: { roles: ['writer', 'editor'] } });
  expect(await roles()).toEqual(['writer', 'editor']);
});

it('lets a person change their own name and password, and nobody else’s', async () => {
  const other = await createAccount('other writer', ['writer']);
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

it('lets only accounts with a role enter the admin', async () => {
  const canEnter = async (token?: string) => {
    const { body } = await rest<{ canAccessAdmin?: boolean }>('GET', '/access', { token });
    return Boolean(body.canAccessAdmin);
  };
  for (const [person, { token }] of accounts) {
    expect([person, await canEnter(token)]).toEqual([person, person !== 'no role']);
  }
  expect(await canEnter()).toBe(false);
});

it('answers a password reset alike for every address, and logs none', async () => {
  const { logger } = await payload();
  const logs = [vi.spyOn(logger, 'info'), vi.spyOn(logger, 'warn'), vi.spyOn(logger, 'error')];
  const requestReset = (email: string) =>
    rest('POST', '/users/forgot-password', { data: { email } });
  const known = await requestReset(writer.user.email);
  const unknown = await requestReset('nobody-at-all@example.org');
  expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
  expect(JSON.stringify(logs.map(({ mock }) => mock.calls))).not.toContain('example.org');
});

describe('the session cookie', () => {
  const fetchUserId = async (headers: Record<string, string>) => {
    const cookie = `payload-token=${writer.token}`;
    const options = { headers: { cookie, ...headers } };
    const { body } = await rest<{ user?: User }>('GET', '/users/me', options);
    return body.user?.id;
  };

  it('is ignored in requests from another site', async () => {
    expect(await fetchUserId({ origin: 'https://elsewhere.example' })).toBeUndefined();
    expect(await fetchUserId({ 'sec-fetch-site': 'cross-site' })).toBeUndefined();
    expect(await fetchUserId({ origin: 'null' })).toBeUndefined();
  });

  it('is accepted in requests from this site', async () => {
    expect(await fetchUserId({ origin: env.SITE_URL })).toBe(writer.user.id);
    expect(await fetchUserId({ 'sec-fetch-site': 'same-origin' })).toBe(writer.user.id);
  });
});
