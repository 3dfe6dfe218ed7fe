import type { CollectionBeforeOperationHook, Where } from 'payload';
import { APIError } from 'payload';
import { beforeEveryOperation } from '#platform/plugins/before-every-operation.ts';
import { conditionsIn } from './query-conditions.ts';

/** Limits for requests without a session. A front end reads the rest page by page. */
const MAX = {
  limit: 100,
  rows: 10_000,
  conditions: 20,
  searches: 2,
  hops: 3,
  sorts: 3,
  words: 100,
};

/** Operators for which MongoDB scans all documents. */
const SEARCH_OPERATORS = ['like', 'not_like', 'contains'];

/** Most documents that a signed-in person may request at once. */
const MAX_STAFF_LIMIT = 1_000;

interface ReadArgs {
  limit?: number;
  page?: number;
  pagination?: boolean;
  sort?: unknown;
  where?: Where;
}

/**
 * Limits the cost of reads through REST: nobody reads a whole collection at once, and without a session only cheap
 * queries are allowed.
 * @throws APIError (400)
 */
const limitRead: CollectionBeforeOperationHook = ({ args, operation, req, overrideAccess }) => {
  // Our own code always sets `overrideAccess`; Payload's REST endpoints leave it undefined.
  if (req.payloadAPI !== 'REST' || overrideAccess !== undefined) return args;
  if (!READ_OPERATIONS.includes(operation)) return args;
  const { limit, page = 1, pagination, sort, where } = args as ReadArgs;
  const maxLimit = req.user ? MAX_STAFF_LIMIT : MAX.limit;
  const isUnlimited = limit === 0 || (pagination === false && limit === undefined);
  if (isUnlimited || (limit ?? 0) > maxLimit) {
    throw new APIError(`Ask for 1 to ${maxLimit} at a time.`, 400);
  }
  if (req.user) return args;
  if (page * (limit ?? 10) > MAX.rows) throw new APIError('There are not so many pages.', 400);
  const sorts = [sort ?? []].flat().map(String);
  if (!isCheapQuery(where) || sorts.length > MAX.sorts || !sorts.every(isShortPath)) {
    throw new APIError('This query is too long. Ask for less.', 400);
  }
  return args;
};

const READ_OPERATIONS = ['read', 'count', 'countVersions', 'readDistinct'];

function isCheapQuery(where: Where | undefined): boolean {
  const conditions = conditionsIn(where);
  const searches = conditions.filter(({ operator }) => SEARCH_OPERATORS.includes(operator));
  return (
    conditions.length <= MAX.conditions &&
    searches.length <= MAX.searches &&
    searches.every(({ value }) => String(value).length <= MAX.words) &&
    conditions.every(({ path }) => isShortPath(path))
  );
}

const isShortPath = (path: string): boolean => path.split('.').length <= MAX.hops + 1;

/** Adds the limits to every collection. */
export const limitReads = beforeEveryOperation({ collection: limitRead });
