import type { Account } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';

/** The two people who have opened the same document. */
export type Who = 'sam' | 'kim';
export type People = Record<Who, Account>;

/** A document as it was when both opened it. */
export interface Opened {
  id: string;
  doc: Record<string, unknown>;
  /** Its oldest version, where it has versions. */
  version?: string;
}

/** Something that can be done to a document. */
export interface Change {
  name: string;
  /** Sends it, with the version it is based on or without; answers the status. */
  send: (opened: Opened, by: Account, base: string | undefined) => Promise<Sent>;
  /** What it writes. */
  values: Record<string, unknown>;
  /** By a door that knows no base: it is always let through, and others are told of it. */
  always?: true;
  /** Closes what is open, and leaves what is closed as it is. */
  closesOpen?: true;
  /** Without a base it means the whole document, as it was in another version. */
  overwrites?: true;
}

export interface Sent {
  status: number;
  body: unknown;
}

/** The body of a 409, as the contract has it. */
export interface Told {
  errors: { message: string; changedBy: string | null; changedAt: string; fields: string[] }[];
}

export const based = (values: Record<string, unknown>, base: string | undefined) => ({
  ...values,
  ...(base && { updatedAt: base }),
});

/** A change that names its own fields alone. */
export const named = (
  name: string,
  method: string,
  path: (opened: Opened) => string,
  values: Record<string, unknown>,
): Change => ({
  name,
  values,
  send: (opened, { token }, base) =>
    rest(method, path(opened), { token, data: based(values, base) }),
});

/** Both orders of every pair; one change by two people included. */
export const pairsOf = (changes: Change[]): [Change, Change][] =>
  changes.flatMap((first) => changes.map((second): [Change, Change] => [first, second]));
