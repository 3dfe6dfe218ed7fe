import { APIError, type BaseDatabaseAdapter, type DatabaseAdapterObj } from 'payload';

/** Methods of the adapter that take a query which may come from a client. */
const READ_METHODS = [
  'find',
  'findDistinct',
  'findVersions',
  'queryDrafts',
  'count',
  'countVersions',
  'findGlobalVersions',
  'countGlobalVersions',
] as const;

export const INVALID_QUERY_MESSAGE = 'This query cannot be read.';

/** The adapter cannot translate the query into one of MongoDB's. */
class InvalidQueryError extends APIError {
  override readonly name = 'InvalidQueryError';

  constructor(cause: unknown) {
    super(INVALID_QUERY_MESSAGE, 400);
    this.cause = cause;
  }
}

/** True for errors of the adapter's own code. Errors of the database and of Payload have other names. */
const failsInAdapter = (error: unknown): boolean =>
  error instanceof Error && ['Error', 'TypeError', 'RangeError'].includes(error.name);

/**
 * Wraps the adapter so that a query which it cannot translate fails with 400 instead of 500: `contains` on a date,
 * versions sorted by a list, text in the place of a selected field. Payload checks the paths of a query, but not
 * all values.
 */
export const withQueryErrors = <Adapter extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<Adapter>,
): DatabaseAdapterObj<Adapter> => ({
  ...adapter,
  init: (options) => {
    const database = adapter.init(options);
    for (const name of READ_METHODS) {
      const read = (database[name] as (...args: unknown[]) => Promise<never>).bind(database);
      database[name] = (...args: unknown[]) =>
        read(...args).catch((error: unknown) => {
          throw failsInAdapter(error) ? new InvalidQueryError(error) : error;
        });
    }
    return database;
  },
});
