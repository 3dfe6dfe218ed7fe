import { APIError, type BaseDatabaseAdapter, type DatabaseAdapterObj } from 'payload';

/** What reads documents by a query that somebody may have written. */
const READS = [
  'find',
  'findDistinct',
  'findVersions',
  'queryDrafts',
  'count',
  'countVersions',
  'findGlobalVersions',
  'countGlobalVersions',
] as const;

export const UNREADABLE_QUERY = 'This query cannot be read.';

/** A query that the adapter cannot make one of the database's of. */
class UnreadableQuery extends APIError {
  override readonly name = 'UnreadableQuery';

  constructor(cause: unknown) {
    super(UNREADABLE_QUERY, 400);
    this.cause = cause;
  }
}

/** What fails in the adapter's own code; errors of the database and of Payload have names of their own. */
const failsInAdapter = (error: unknown): boolean =>
  error instanceof Error && ['Error', 'TypeError', 'RangeError'].includes(error.name);

/**
 * The adapter, with 400 for a query that it cannot translate: `contains` for a date, an order of versions by
 * a list, a word in the place of a selected field. Payload checks the paths of a query, but not all values.
 */
export const withReadableQueries = <Adapter extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<Adapter>,
): DatabaseAdapterObj<Adapter> => ({
  ...adapter,
  init: (options) => {
    const database = adapter.init(options);
    for (const name of READS) {
      const read = (database[name] as (...args: unknown[]) => Promise<never>).bind(database);
      database[name] = (...args: unknown[]) =>
        read(...args).catch((error: unknown) => {
          throw failsInAdapter(error) ? new UnreadableQuery(error) : error;
        });
    }
    return database;
  },
});
