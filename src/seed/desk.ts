import type { Payload, TypedUser } from 'payload';
import type { RefCollection } from './compose.ts';

/** Tells the person at the terminal how far the work is. */
export type Say = (line: string) => void;

/** What every piece of the work needs at hand. */
export interface Desk {
  payload: Payload;
  say: Say;
  /** The ids of the documents that are there, by `collection/slug`; pictures by file name. */
  ids: Map<string, string>;
  /** Whose work it is. Nobody's, while the database has no accounts: then it is the system's. */
  user?: TypedUser;
}

export const placeOf = (collection: RefCollection, slug: string): string => `${collection}/${slug}`;

/**
 * Says once who is at work, for a call of the Local API: the person, with the person's rights, or the
 * system, which fills a database in which nobody has an account yet.
 */
export const hand = ({ user }: Desk) => ({ overrideAccess: !user, user });
