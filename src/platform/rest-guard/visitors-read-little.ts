import type { CollectionBeforeOperationHook, Plugin, Where } from 'payload';
import { APIError } from 'payload';
import { conditionsIn } from './conditions.ts';

/** What somebody may ask for who is not signed in. A front end pages through the rest. */
const MOST = {
  limit: 100,
  rows: 10_000,
  conditions: 20,
  searches: 2,
  hops: 3,
  sorts: 3,
  words: 100,
};

/** The database reads every document to answer these. */
const SEARCHES = ['like', 'not_like', 'contains'];

/** What everybody may ask for at once who works here. */
const MOST_OF_A_COLLEAGUE = 1_000;

interface Asked {
  limit?: number;
  page?: number;
  pagination?: boolean;
  sort?: unknown;
  where?: Where;
}

/**
 * Reading through REST costs what it may cost: whole collections are read in pages, and who is not
 * signed in puts questions that the database answers at once.
 * @throws APIError (400)
 */
const boundReading: CollectionBeforeOperationHook = ({ args, operation, req, overrideAccess }) => {
  // Code says of every call whether access counts; an endpoint of Payload's own leaves it open.
  if (req.payloadAPI !== 'REST' || overrideAccess !== undefined) return args;
  if (!READING.includes(operation)) return args;
  const { limit, page = 1, pagination, sort, where } = args as Asked;
  const most = req.user ? MOST_OF_A_COLLEAGUE : MOST.limit;
  const unlimited = limit === 0 || (pagination === false && limit === undefined);
  if (unlimited || (limit ?? 0) > most) {
    throw new APIError(`Ask for 1 to ${most} at a time.`, 400);
  }
  if (req.user) return args;
  if (page * (limit ?? 10) > MOST.rows) throw new APIError('There are not so many pages.', 400);
  const sorts = [sort ?? []].flat().map(String);
  if (!isQuick(where) || sorts.length > MOST.sorts || !sorts.every(isNear)) {
    throw new APIError('This query is too long. Ask for less.', 400);
  }
  return args;
};

const READING = ['read', 'count', 'countVersions', 'readDistinct'];

function isQuick(where: Where | undefined): boolean {
  const all = conditionsIn(where);
  const searches = all.filter(({ operator }) => SEARCHES.includes(operator));
  return (
    all.length <= MOST.conditions &&
    searches.length <= MOST.searches &&
    searches.every(({ value }) => String(value).length <= MOST.words) &&
    all.every(({ path }) => isNear(path))
  );
}

const isNear = (path: string): boolean => path.split('.').length <= MOST.hops + 1;

/** The same for all collections, those to come included. */
export const visitorsReadLittle: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [...(collection.hooks?.beforeOperation ?? []), boundReading],
    },
  })),
});
