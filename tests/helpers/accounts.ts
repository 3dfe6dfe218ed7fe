import { createLocalReq, getFieldsToSign, jwtSign } from 'payload';
import { addSessionToUser } from 'payload/shared';
import { payload } from '#data/payload.ts';
import { ROLES, type Role } from '#domain/roles.ts';
import type { User } from '#payload-types.ts';

export const PASSWORD = 'correct horse battery staple';

/** Everyone whose access is tested: each role, an account without roles, and a client without an account. */
export const PERSONS = [...ROLES, 'no role', 'nobody'] as const;
export type Person = (typeof PERSONS)[number];

export interface Account {
  /** For Payload's Local API. */
  user: User & { collection: 'users' };
  /** Session token, for REST. */
  token: string;
}

/** The hash that Payload stores for `PASSWORD`. Deriving it takes 200 ms per account. */
const STORED_PASSWORD = {
  salt: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
  hash: 'pbkdf2-sha256-v1:186d5353eeb9a725f7b16644fd9c5861eb0cb7a9e7c0a9a5a526a667d213811d',
};

/** Creates an account and signs it in, as Payload's login does after it has checked the password. */
export async function createAccount(name: string, roles: Role[]): Promise<Account> {
  const api = await payload();
  const email = `${name.replaceAll(' ', '-')}@example.org`.toLowerCase();
  const { id } = await api.db.create({
    collection: 'users',
    data: { name, email, roles, ...STORED_PASSWORD },
  });
  const collectionConfig = api.collections.users.config;
  // System: a test creates this account.
  const stored = { collection: 'users', id: String(id), depth: 0, overrideAccess: true } as const;
  const user = { ...(await api.findByID(stored)), collection: 'users' as const };
  const { sid } = await addSessionToUser({
    collectionConfig,
    payload: api,
    req: await createLocalReq({}, api),
    user: { ...user, ...STORED_PASSWORD },
  });
  const { token } = await jwtSign({
    fieldsToSign: getFieldsToSign({ collectionConfig, email, sid, user }),
    secret: api.secret,
    tokenExpiration: collectionConfig.auth.tokenExpiration,
  });
  return { user, token };
}

/** Creates an account for each person except `nobody`. */
export async function createAccounts(): Promise<Map<Person, Account>> {
  const accounts = new Map<Person, Account>();
  for (const role of ROLES) accounts.set(role, await createAccount(role, [role]));
  accounts.set('no role', await createAccount('no role', []));
  return accounts;
}
