import type { AfterErrorHook } from 'payload';

/** What JSON and the database's driver throw at a query that they cannot read. */
const UNREADABLE = ['SyntaxError', 'CastError'];

/** Payload answers 500 to a query that nobody can read; it is the sender's to mend: 400. */
export const unreadableIsNotOurError: AfterErrorHook = ({ error }) =>
  UNREADABLE.includes(error.name)
    ? { response: { errors: [{ message: 'This query cannot be read.' }] }, status: 400 }
    : undefined;
