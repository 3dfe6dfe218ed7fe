import type { AfterErrorHook } from 'payload';
import { UNREADABLE_QUERY } from '#platform/database/unreadable-query.ts';

/** What JSON and the database's driver throw at a query that they cannot read. */
const UNREADABLE = ['SyntaxError', 'CastError'];

/** The server's: BadValue (as for an order by two lists), FailedToParse, and a regular expression that is none. */
const UNREADABLE_CODES: unknown[] = [2, 9, 51091];

/** The database's driver has the last look at what is written: by the names of fields, what they cannot hold. */
interface Unstorable extends Error {
  errors: Record<string, { message: string }>;
}

const isUnstorable = (error: Error): error is Unstorable =>
  error.name === 'ValidationError' && 'errors' in error && !('status' in error);

/** Payload answers 500 to what nobody can read or store; it is the sender's to mend: 400. */
export const unreadableIsNotOurError: AfterErrorHook = ({ error }) => {
  if (isUnstorable(error)) return { response: unstorable(Object.keys(error.errors)), status: 400 };
  const isOfServer = error.name === 'MongoServerError' && 'code' in error;
  const isUnreadable = isOfServer
    ? UNREADABLE_CODES.includes(error.code)
    : UNREADABLE.includes(error.name);
  return isUnreadable
    ? { response: { errors: [{ message: UNREADABLE_QUERY }] }, status: 400 }
    : undefined;
};

const unstorable = (paths: string[]) => ({
  errors: [
    {
      name: 'ValidationError',
      message: `This cannot be stored: ${paths.join(', ')}`,
      data: { errors: paths.map((path) => ({ path, message: 'Choose or enter another value.' })) },
    } as never,
  ],
});
