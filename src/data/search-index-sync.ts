import { setTimeout as pause, setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { SEARCHABLE_COLLECTIONS, type SearchableCollection } from '#domain/collections.ts';
import { logFailure } from '#platform/log/log-failure.ts';
import { payload } from './payload.ts';
import { buildSearchIndex, type SearchIndex, updateSearchIndex } from './search-index.ts';
import { SEARCHABLE_FIELDS, type SearchableDocument } from './searchable-documents.ts';

const MAX_AWAIT_MS = 1_000;
const RETRY_MS = 500;

/** MongoDB error codes for a resume token that is not in the oplog any more, or belongs to another oplog. */
const LOST_HISTORY_CODES = new Set<unknown>([260, 280, 286]);

interface ChangeEvent {
  ns?: { coll?: string };
  documentKey?: { _id: unknown };
  fullDocument?: SearchableDocument | null;
}

/** Key of the process-wide index: pages and the admin are separate bundles, so a module variable would exist twice. */
const SHARED_KEY = Symbol.for('throughcare.search-index');
const shared = globalThis as { [SHARED_KEY]?: () => Promise<SearchIndex> };

/**
 * Returns the index of all published documents, which follows the change stream within about a second. The first call
 * builds it; calls wait until it is built, so also while the database is unavailable at the start.
 */
export function getSearchIndex(): Promise<SearchIndex> {
  shared[SHARED_KEY] ??= startSync(() => {
    shared[SHARED_KEY] = undefined;
  });
  return shared[SHARED_KEY]();
}

/**
 * Starts to build the index and to keep it in sync.
 * @param onStop called once Payload is closed, when the index is not updated any more
 * @returns a function that waits for the index
 */
function startSync(onStop: () => void): () => Promise<SearchIndex> {
  const built = Promise.withResolvers<void>();
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  let index: SearchIndex | undefined;
  /** Resume token after the last applied change; undefined if the index must be rebuilt. */
  let resumeToken: unknown;
  /** A failure is logged once, not at every retry while the database is unavailable. */
  let isFailureLogged = false;

  const followChanges = async (): Promise<void> => {
    const { connection, collections } = (await payload()).db;
    connection.off('close', stop).once('close', stop);
    const collectionsByName = new Map(
      SEARCHABLE_COLLECTIONS.map((slug) => [collections[slug]?.collection.name ?? '', slug]),
    );
    const stream = connection
      .getClient()
      .db(connection.name)
      .watch<ChangeEvent, ChangeEvent>(changePipeline([...collectionsByName.keys()]), {
        fullDocument: 'updateLookup',
        maxAwaitTimeMS: MAX_AWAIT_MS,
        // Delivers the changes that were missed since the last one. Without a token, the index is rebuilt.
        ...(resumeToken !== undefined && { resumeAfter: resumeToken }),
      });
    try {
      // Opens the stream before the index is built, so that no change is missed.
      let event: ChangeEvent | null = await stream.tryNext();
      if (!index || resumeToken === undefined) index = await buildSearchIndex();
      built.resolve();
      while (!stopping.signal.aborted) {
        if (event) applyChange(index, collectionsByName, event);
        resumeToken = stream.resumeToken;
        isFailureLogged = false;
        // Many changes can arrive at once.
        await yieldToEventLoop();
        event = await stream.tryNext();
      }
    } catch (error) {
      if (isHistoryLost(error)) resumeToken = undefined;
      throw error;
    } finally {
      await stream.close();
    }
  };

  const followUntilStopped = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const failure = await followChanges().catch((error: unknown) => error);
      await pause(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) break;
      if (!isFailureLogged) logFailure('search-sync-failed', failure);
      isFailureLogged = true;
    }
    onStop();
  };

  void followUntilStopped();
  // During a rebuild, the previous index still answers.
  return async () => {
    await built.promise;
    if (!index) throw new Error('There is no index of the texts.');
    return index;
  };
}

function applyChange(
  index: SearchIndex,
  collectionsByName: Map<string, SearchableCollection>,
  event: ChangeEvent,
): void {
  const collection = collectionsByName.get(event.ns?.coll ?? '');
  if (!event.documentKey || !collection) throw new HistoryLostError();
  updateSearchIndex(index, collection, String(event.documentKey._id), event.fullDocument);
}

/** A searchable collection or the database was dropped or renamed, or another collection was renamed to it. */
class HistoryLostError extends Error {
  override readonly name = 'HistoryLostError';
}

const isHistoryLost = (error: unknown): boolean =>
  error instanceof HistoryLostError || LOST_HISTORY_CODES.has((error as { code?: unknown }).code);

const changePipeline = (names: string[]) => [
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
      ...Object.fromEntries(
        ['_id', ...SEARCHABLE_FIELDS].map((field) => [`fullDocument.${field}`, 1]),
      ),
    },
  },
];
