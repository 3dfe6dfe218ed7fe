import { setImmediate as others, setTimeout as pause } from 'node:timers/promises';
import { logFailure } from '#platform/http/log.ts';
import { payload } from './payload.ts';
import { buildIndex, note, type SearchIndex } from './search-index.ts';
import { type Document, FIELDS, SEARCHED, type Searched } from './searched.ts';

const AWAIT_MS = 1_000;
const RETRY_MS = 500;

/** What happened meanwhile is not in the database's log any more, or not in this one's (MongoDB's error codes). */
const LOST = new Set<unknown>([260, 280, 286]);

interface Told {
  ns?: { coll?: string };
  documentKey?: { _id: unknown };
  fullDocument?: Document | null;
}

/** One for the process: pages and the admin are bundled apart, with modules of their own. */
const KEPT = Symbol.for('throughcare.search-index');
const shared = globalThis as { [KEPT]?: () => Promise<SearchIndex> };

/**
 * The index of all that is published, as the database has it but for the moment that it takes to be told. Who asks
 * first has it built, and waits; while the database is away, so does everybody.
 */
export function searchIndex(): Promise<SearchIndex> {
  shared[KEPT] ??= keepIndex(() => {
    shared[KEPT] = undefined;
  });
  return shared[KEPT]();
}

/** @param ended is called once Payload is closed: nobody keeps the index any more */
function keepIndex(ended: () => void): () => Promise<SearchIndex> {
  const first = Promise.withResolvers<void>();
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  let index: SearchIndex | undefined;
  /** Behind what was taken in; undefined where all has to be read anew, beside an index of before. */
  let place: unknown;
  /** Said once, not twice a second for as long as the database is away. */
  let isSaid = false;

  const follow = async (): Promise<void> => {
    const { connection, collections } = (await payload()).db;
    connection.off('close', stop).once('close', stop);
    const names = new Map(SEARCHED.map((one) => [collections[one]?.collection.name ?? '', one]));
    const stream = connection
      .getClient()
      .db(connection.name)
      .watch<Told, Told>(pipeline([...names.keys()]), {
        fullDocument: 'updateLookup',
        maxAwaitTimeMS: AWAIT_MS,
        // What was missed while it was not followed comes first; without an index, all begins anew.
        ...(place !== undefined && { resumeAfter: place }),
      });
    try {
      // From here on, all is told.
      let told: Told | null = await stream.tryNext();
      if (!index || place === undefined) index = await buildIndex();
      first.resolve();
      while (!stopping.signal.aborted) {
        if (told) hear(index, names, told);
        place = stream.resumeToken;
        isSaid = false;
        // Much can come at once: others have their turn between.
        await others();
        told = await stream.tryNext();
      }
    } catch (error) {
      if (isLost(error)) place = undefined;
      throw error;
    } finally {
      await stream.close();
    }
  };

  const followAlways = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const failure = await follow().catch((error: unknown) => error);
      await pause(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) break;
      if (!isSaid) logFailure('search, changes', failure);
      isSaid = true;
    }
    ended();
  };

  void followAlways();
  // While all is built anew, what was found last is better than nothing.
  return async () => {
    await first.promise;
    if (!index) throw new Error('There is no index of the texts.');
    return index;
  };
}

function hear(index: SearchIndex, names: Map<string, Searched>, told: Told): void {
  const collection = names.get(told.ns?.coll ?? '');
  if (!told.documentKey || !collection) throw new Lost();
  note(index, collection, String(told.documentKey._id), told.fullDocument);
}

/** A whole collection was dropped, renamed, or came in the place of one of ours. */
class Lost extends Error {
  override readonly name = 'Lost';
}

const isLost = (error: unknown): boolean =>
  error instanceof Lost || LOST.has((error as { code?: unknown }).code);

const pipeline = (names: string[]) => [
  {
    $match: {
      $or: [
        { 'ns.coll': { $in: names } },
        { 'to.coll': { $in: names } },
        { operationType: { $in: ['dropDatabase', 'invalidate'] } },
      ],
    },
  },
  {
    $project: {
      'ns.coll': 1,
      documentKey: 1,
      ...Object.fromEntries(['_id', ...FIELDS].map((field) => [`fullDocument.${field}`, 1])),
    },
  },
];
