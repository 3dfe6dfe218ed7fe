import type { Payload, TypedUser } from 'payload';
import type { RefCollection } from './rich-text-markup.ts';

/** Prints a line of progress for the operator. */
export type ProgressLog = (line: string) => void;

/** Payload, with the user who acts and the documents that are there. */
export interface LocalApiClient {
  payload: Payload;
  log: ProgressLog;
  /** Ids of existing documents by `documentKey`. The slug of a picture is its file name without the extension. */
  ids: Map<string, string>;
  /** The user who acts. While the database has no accounts there is none, and the system acts. */
  user?: TypedUser;
}

/** Returns the key `collection/slug`. */
export const documentKey = (collection: RefCollection, slug: string): string =>
  `${collection}/${slug}`;

/**
 * Returns the access options for a call of the Local API: the user with the user's rights, or the system without access
 * control in a database that has no accounts yet.
 */
export const accessOptions = ({ user }: LocalApiClient) => ({ overrideAccess: !user, user });
