import { isDeepStrictEqual } from 'node:util';
import type { User } from '#payload-types.ts';

/** Fields of an account whose change can give the account, or more rights, to somebody else. */
export const SENSITIVE_FIELDS = ['email', 'password', 'roles'] as const;
export type SensitiveField = (typeof SENSITIVE_FIELDS)[number];

/**
 * Returns the sensitive fields whose values in `data` differ from the stored account, because a form sends all fields.
 * @param stored undefined for a new account, of which every value counts as changed
 */
export function sensitiveChanges(
  data: Partial<Record<SensitiveField, unknown>>,
  stored: Partial<User> | undefined,
): SensitiveField[] {
  const isChanged: Record<SensitiveField, boolean> = {
    email:
      data.email !== undefined && !isDeepStrictEqual(normalizeEmail(data.email), stored?.email),
    password: Boolean(data.password),
    roles:
      data.roles !== undefined &&
      !isDeepStrictEqual(sortIfArray(data.roles), sortIfArray(stored?.roles)),
  };
  return SENSITIVE_FIELDS.filter((field) => isChanged[field]);
}

/** Normalizes an address as Payload does before it stores one. */
const normalizeEmail = (value: unknown): unknown =>
  typeof value === 'string' ? value.toLowerCase().trim() : value;

const sortIfArray = (value: unknown): unknown => (Array.isArray(value) ? value.toSorted() : value);
