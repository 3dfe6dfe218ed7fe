import { MongoClient } from 'mongodb';
import {
  type DatabaseConnection,
  followChangeStream as follow,
  type ResumePoint,
} from '#platform/database/change-stream.ts';
import { withTimeout } from '#platform/http/timeout.ts';
import { logFailure } from '#platform/log/log-failure.ts';
import {
  CONTENT_CHANGE_FIELDS,
  type ContentChange,
  purgeFor,
  WATCHED_COLLECTIONS,
} from './change-event.ts';
import { coalesce } from './coalesce.ts';
import { createFences, FENCES, type Fences } from './fences.ts';
import type { Purge } from './purges.ts';

/** If the database has not answered for this long, the change stream is not current. */
const SILENCE_MS = 5_000;
const SERVER_SELECTION_MS = 2_000;

export interface ChangeStreamOptions {
  /** Returns the URI of the database, which can differ after the database was restarted. */
  uri: () => Promise<string>;
  /** Where an earlier process stopped, if there was one. */
  resumeAfter: ResumePoint | undefined;
  /** Called for each change event, and about once a second without one. `purge` is undefined if there is nothing to purge. */
  onProgress: (purge: Purge | 'all' | undefined, resumePoint: ResumePoint) => void;
  /** Called if changes before this moment were missed. */
  onHistoryLost: () => void;
}

/** Follows the committed changes of a database, and reconnects until it is stopped. */
export interface ChangeStream {
  /** True if every committed change is known here, except those of the last moment. */
  isCurrent(): boolean;
  /** Returns since when the database has not answered; undefined while the stream is current. */
  unavailableSince(): Date | undefined;
  /** Resolves once the stream is current for the first time. */
  readonly caughtUp: Promise<void>;
  /**
   * Waits until all writes that were committed before the call have been passed to `onProgress`.
   * @throws Error if that takes longer than the deadline, or if the stream is not current
   */
  fence(deadlineMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts to follow the change stream. Failures are logged once, not with each attempt to reconnect. */
export function followChangeStream(options: ChangeStreamOptions): ChangeStream {
  const stopping = new AbortController();
  const { promise: caughtUp, resolve: resolveCaughtUp } = Promise.withResolvers<void>();
  /** Takes the id of a document that an event reports, which can be a fence of the latest connection. */
  let acknowledgeFence: Fences['acknowledge'] | undefined;
  /** Writes a fence and waits for it; concurrent callers share one. Undefined until the first catch-up. */
  let fence: (() => Promise<void>) | undefined;
  let hasCaughtUp = false;
  let lastAnswerAt = 0;
  const startedAt = Date.now();

  const connect = async (): Promise<DatabaseConnection> => {
    const client = await MongoClient.connect(await options.uri(), {
      serverSelectionTimeoutMS: SERVER_SELECTION_MS,
      socketTimeoutMS: SILENCE_MS,
      maxPoolSize: 2,
    });
    const fences = createFences(client.db());
    acknowledgeFence = fences.acknowledge;
    return {
      database: client.db(),
      async onOpen() {
        await fences.expireOld();
        await fences.write();
        fence = coalesce(() => withTimeout(SILENCE_MS, fences.write()));
        hasCaughtUp = true;
        resolveCaughtUp();
      },
      async close() {
        hasCaughtUp = false;
        await client.close(true);
      },
    };
  };

  const following = follow<ContentChange>({
    connect,
    collections: WATCHED_COLLECTIONS,
    otherEvents: { 'ns.coll': FENCES, operationType: 'insert' },
    // These fields are enough to tell which tags to purge.
    fields: CONTENT_CHANGE_FIELDS,
    resumeAfter: options.resumeAfter,
    onHistoryLost: options.onHistoryLost,
    onProgress(event, resumePoint) {
      lastAnswerAt = Date.now();
      // The purge comes first, then those who wait for it continue.
      options.onProgress(event && purgeFor(event), resumePoint);
      if (event) acknowledgeFence?.(event.documentKey?._id);
    },
    onFailure(error) {
      if (lastAnswerAt > 0) logFailure('edge-change-stream-failed', error);
    },
    signal: stopping.signal,
  });

  const isCurrent = () => hasCaughtUp && Date.now() - lastAnswerAt < SILENCE_MS;
  return {
    isCurrent,
    unavailableSince: () => (isCurrent() ? undefined : new Date(lastAnswerAt || startedAt)),
    caughtUp,
    async fence(deadlineMs) {
      if (!fence || !isCurrent()) throw new Error('The change stream is not current.');
      await withTimeout(deadlineMs, fence());
    },
    async stop() {
      stopping.abort();
      await following;
    },
  };
}
