import { isDeepStrictEqual } from 'node:util';
import type { User } from '#payload-types.ts';

/** What makes an account somebody else's when it changes. */
export const GUARDED = ['email', 'password', 'roles'] as const;
export type Guarded = (typeof GUARDED)[number];

/** A form sends all of an account: which of it differs from what is stored. Of a new account, all of it does. */
export function guardedChanges(
  data: Partial<Record<Guarded, unknown>>,
  stored: Partial<User> | undefined,
): Guarded[] {
  const isChanged: Record<Guarded, boolean> = {
    email: data.email !== undefined && !isDeepStrictEqual(plain(data.email), stored?.email),
    password: Boolean(data.password),
    roles:
      data.roles !== undefined && !isDeepStrictEqual(sorted(data.roles), sorted(stored?.roles)),
  };
  return GUARDED.filter((field) => isChanged[field]);
}

/** As Payload stores an address. */
const plain = (value: unknown): unknown =>
  typeof value === 'string' ? value.toLowerCase().trim() : value;

const sorted = (value: unknown): unknown => (Array.isArray(value) ? value.toSorted() : value);
