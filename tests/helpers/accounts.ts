import { createLocalReq, getFieldsToSign, jwtSign } from 'payload';
import { addSessionToUser } from 'payload/shared';
import { payload } from '#data/payload.ts';
import { ROLES, type Role } from '#domain/roles.ts';
import type { User } from '#payload-types.ts';

export const PASSWORD = 'correct horse battery staple';

/** Who may knock: each role, somebody whose roles were all taken away, and nobody. */
export const PERSONS = [...ROLES, 'no role', 'nobody'] as const;
export type Person = (typeof PERSONS)[number];

export interface Account {
  /** As Payload's Local API takes it. */
  user: User & { collection: 'users' };
  /** As REST takes it. */
  token: string;
}

/** What Payload stores of that password: to derive it takes a fifth of a second, for each account. */
const STORED_PASSWORD = {
  salt: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
  hash: 'pbkdf2-sha256-v1:186d5353eeb9a725f7b16644fd9c5861eb0cb7a9e7c0a9a5a526a667d213811d',
};

/** Makes an account and signs it in, as Payload does once it has compared the password. */
export async function account(name: string, roles: Role[]): Promise<Account> {
  const api = await payload();
  const email = `${name.replaceAll(' ', '-')}@example.org`.toLowerCase();
  const { id } = await api.db.create({
    collection: 'users',
    data: { name, email, roles, ...STORED_PASSWORD },
  });
  const collectionConfig = api.collections.users.config;
  // System: the account is being made.
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

/** An account for each person but nobody, by name. */
export async function accountsOfAll(): Promise<Map<Person, Account>> {
  const accounts = new Map<Person, Account>();
  for (const role of ROLES) accounts.set(role, await account(role, [role]));
  accounts.set('no role', await account('no role', []));
  return accounts;
}
