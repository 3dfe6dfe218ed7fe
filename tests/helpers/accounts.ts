import { payload } from '#data/payload.ts';
import { ROLES, type Role } from '#domain/roles.ts';
import type { User } from '#payload-types.ts';
import type { SignedIn } from './answers.ts';
import { rest } from './rest.ts';
import { sessionIn } from './session.ts';

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

/** Makes an account and signs it in. */
export async function account(name: string, roles: Role[]): Promise<Account> {
  const api = await payload();
  const email = `${name.replaceAll(' ', '-')}@example.org`;
  const { id } = await api.create({
    collection: 'users',
    data: { name, email, password: PASSWORD, roles: roles.length > 0 ? roles : ['writer'] },
    // System: the first accounts have nobody to make them.
    overrideAccess: true,
  });
  if (roles.length === 0) await api.db.collections.users?.updateOne({ _id: id }, { roles: [] });
  const login = { data: { email, password: PASSWORD } };
  const answer = await rest<SignedIn>('POST', '/users/login', login);
  return { user: { ...answer.body.user, collection: 'users' }, token: sessionIn(answer) };
}

/** An account for each person but nobody, by name. */
export async function accountsOfAll(): Promise<Map<Person, Account>> {
  const accounts = new Map<Person, Account>();
  for (const role of ROLES) accounts.set(role, await account(role, [role]));
  accounts.set('no role', await account('no role', []));
  return accounts;
}
