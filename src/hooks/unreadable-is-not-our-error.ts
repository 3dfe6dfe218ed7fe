import type { AfterErrorHook } from 'payload';

/** What JSON and the database's driver throw at a query that they cannot read. */
const UNREADABLE = ['SyntaxError', 'CastError'];

/** The server's: BadValue (as for an order by two lists), FailedToParse, and a regular expression that is none. */
const UNREADABLE_CODES: unknown[] = [2, 9, 51091];

/** Payload answers 500 to a query that nobody can read; it is the sender's to mend: 400. */
export const unreadableIsNotOurError: AfterErrorHook = ({ error }) => {
  const isOfServer = error.name === 'MongoServerError' && 'code' in error;
  const isUnreadable = isOfServer
    ? UNREADABLE_CODES.includes(error.code)
    : UNREADABLE.includes(error.name);
  return isUnreadable
    ? { response: { errors: [{ message: 'This query cannot be read.' }] }, status: 400 }
    : undefined;
};
