import type { Account } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';

/** Two people who have the same document open. */
export type PersonName = 'sam' | 'kim';
export type People = Record<PersonName, Account>;

/** A document as both people opened it. */
export interface OpenDocument {
  id: string;
  doc: Record<string, unknown>;
  /** Id of its oldest version, if it has versions. */
  version?: string;
}

/** A kind of change to a document. */
export interface Change {
  name: string;
  /** Sends the change, with or without a base version. */
  send: (opened: OpenDocument, by: Account, base: string | undefined) => Promise<ChangeResult>;
  /** The values that it writes. */
  values: Record<string, unknown>;
  /** True if its endpoint has no base version: it always succeeds, and others get the conflict. */
  ignoresBase?: true;
  /** True if it closes open submissions and does not change closed ones. */
  closesOpen?: true;
  /** True if it overwrites the whole document with another version when it has no base. */
  overwrites?: true;
}

export interface ChangeResult {
  status: number;
  body: unknown;
}

/** Body of a 409. */
export interface ConflictBody {
  errors: { message: string; changedBy: string | null; changedAt: string; fields: string[] }[];
}

/** Adds the base version to the data of a write. */
export const withBase = (values: Record<string, unknown>, base: string | undefined) => ({
  ...values,
  ...(base && { updatedAt: base }),
});

/** A change that sends only its own fields. */
export const fieldChange = (
  name: string,
  method: string,
  path: (opened: OpenDocument) => string,
  values: Record<string, unknown>,
): Change => ({
  name,
  values,
  send: (opened, { token }, base) =>
    rest(method, path(opened), { token, data: withBase(values, base) }),
});

/** Returns every pair in both orders, including the same change by two people. */
export const pairsOf = (changes: Change[]): [Change, Change][] =>
  changes.flatMap((first) => changes.map((second): [Change, Change] => [first, second]));
