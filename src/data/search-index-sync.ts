import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import {
  PUBLIC_COLLECTIONS,
  SEARCHABLE_COLLECTIONS,
  type SearchableCollection,
} from '#domain/collections.ts';
import {
  type ChangeEvent,
  type DatabaseConnection,
  followChangeStream,
  HistoryLostError,
} from '#platform/database/change-stream.ts';
import { logFailure } from '#platform/log/log-failure.ts';
import { payload } from './payload.ts';
import { buildSearchIndex, type SearchIndex, updateSearchIndex } from './search-index.ts';
import { SEARCHABLE_FIELDS, type SearchableDocument } from './searchable-documents.ts';

/** The searchable collections by MongoDB's names. */
const SLUGS: ReadonlyMap<string, SearchableCollection> = new Map(
  SEARCHABLE_COLLECTIONS.map((slug) => [PUBLIC_COLLECTIONS[slug].databaseName, slug]),
);

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

  /** Uses the connection of Payload, which closes it. */
  const connect = async (): Promise<DatabaseConnection> => {
    const { connection } = (await payload()).db;
    connection.off('close', stop).once('close', stop);
    return { database: connection.getClient().db(connection.name) };
  };

  void followChangeStream<ChangeEvent<SearchableDocument>>({
    connect,
    collections: [...SLUGS.keys()],
    fields: ['_id', ...SEARCHABLE_FIELDS].map((field) => `fullDocument.${field}`),
    async onHistoryLost() {
      index = await buildSearchIndex();
      built.resolve();
    },
    async onProgress(event) {
      if (event && index) applyChange(index, event);
      // Many changes can arrive at once.
      await yieldToEventLoop();
    },
    onFailure: (error) => logFailure('search-sync-failed', error),
    signal: stopping.signal,
  }).then(onStop);

  // During a rebuild, the previous index still answers.
  return async () => {
    await built.promise;
    if (!index) throw new Error('There is no index of the texts.');
    return index;
  };
}

function applyChange(index: SearchIndex, event: ChangeEvent<SearchableDocument>): void {
  const collection = SLUGS.get(event.ns?.coll ?? '');
  // A searchable collection or the database was dropped or renamed, or another collection was renamed to it.
  if (!event.documentKey || !collection) throw new HistoryLostError();
  updateSearchIndex(index, collection, String(event.documentKey._id), event.fullDocument);
}
