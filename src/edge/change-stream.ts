import { setTimeout as pause } from 'node:timers/promises';
import {
  type ChangeStreamDocument,
  type Document,
  MongoClient,
  MongoServerError,
  ObjectId,
} from 'mongodb';
import { withTimeout } from '#platform/http/timeout.ts';
import { logFailure } from '#platform/log/log-failure.ts';
import { type ChangeEvent, purgeFor, WATCHED_COLLECTIONS } from './change-event.ts';
import { coalesce } from './coalesce.ts';
import type { Purge } from './purges.ts';

/** If the database has not answered for this long, the change stream is not current. */
const SILENCE_MS = 5_000;
const SERVER_SELECTION_MS = 2_000;
/** How long the server waits for a change before it answers that there is none. */
const MAX_AWAIT_MS = 1_000;
const RECONNECT_MS = 500;
const FENCES = 'edge-fences';
const FENCE_TTL_S = 60 * 60;

/** InvalidResumeToken, ChangeStreamFatalError, ChangeStreamHistoryLost: changes were missed. */
const HISTORY_LOST_CODES = new Set([260, 280, 286]);

/** A marker document; once its insert appears in the change stream, so has every write before it. */
interface Fence {
  _id: ObjectId;
  at: Date;
}

/** Where a change stream can resume. */
export interface ResumePoint {
  /** Name of the database. A resume token is valid in all databases of a server, but its changes are of one. */
  database: string;
  /** MongoDB's resume token. */
  token: unknown;
}

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
  const stopped = new Promise<void>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve());
  });
  const { promise: caughtUp, resolve: resolveCaughtUp } = Promise.withResolvers<void>();
  let resumePoint = options.resumeAfter;
  /** Writes a fence and waits for it; concurrent callers share one. Undefined until the first catch-up. */
  let fence: (() => Promise<void>) | undefined;
  let hasCaughtUp = false;
  let isFailureLogged = false;
  let lastAnswerAt = 0;
  const startedAt = Date.now();
  const follow = async (client: MongoClient): Promise<void> => {
    const database = client.db().databaseName;
    const canResume = resumePoint?.database === database;
    const fences = client.db().collection<Fence>(FENCES);
    // Per connection: a reconnect drops the fences of the one before.
    const pendingFences = new Map<string, () => void>();
    const writeFence = async (): Promise<void> => {
      const _id = new ObjectId();
      const { promise, resolve } = Promise.withResolvers<void>();
      pendingFences.set(String(_id), resolve);
      try {
        await fences.insertOne({ _id, at: new Date() });
        await promise;
      } finally {
        pendingFences.delete(String(_id));
      }
    };
    const session = client.startSession();
    await fences.createIndex({ at: 1 }, { expireAfterSeconds: FENCE_TTL_S, session });
    const stream = client.db().watch<Document, ChangeStreamDocument>(pipeline(), {
      fullDocument: 'updateLookup',
      maxAwaitTimeMS: MAX_AWAIT_MS,
      ...(canResume
        ? { resumeAfter: resumePoint?.token }
        : { startAtOperationTime: session.operationTime }),
    });
    if (!canResume) options.onHistoryLost();
    const processNext = async () => {
      const event = (await stream.tryNext()) as ChangeEvent | null;
      lastAnswerAt = Date.now();
      resumePoint = { database, token: stream.resumeToken };
      // The purge comes first, then those who wait for it continue.
      options.onProgress(event ? purgeFor(event) : undefined, resumePoint);
      pendingFences.get(String(event?.documentKey?._id))?.();
    };
    const catchUp = writeFence().then(() => {
      fence = coalesce(() => withTimeout(SILENCE_MS, writeFence()));
      hasCaughtUp = true;
      isFailureLogged = false;
      resolveCaughtUp();
    });
    const processAll = (async () => {
      while (!stopping.signal.aborted) await processNext();
    })();
    await Promise.all([catchUp, processAll]);
  };

  const connect = async (): Promise<void> => {
    const client = await MongoClient.connect(await options.uri(), {
      serverSelectionTimeoutMS: SERVER_SELECTION_MS,
      socketTimeoutMS: SILENCE_MS,
      maxPoolSize: 2,
    });
    try {
      await Promise.race([follow(client), stopped]);
    } finally {
      hasCaughtUp = false;
      await client.close(true);
    }
  };

  const following = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await connect();
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (isHistoryLost(error)) resumePoint = undefined;
        if (!isFailureLogged && lastAnswerAt > 0) logFailure('edge-change-stream-failed', error);
        isFailureLogged = true;
      }
      await pause(RECONNECT_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();

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

const pipeline = (): Document[] => [
  {
    $match: {
      $or: [
        { 'ns.coll': { $in: WATCHED_COLLECTIONS } },
        // A rename that replaces one of these collections.
        { 'to.coll': { $in: WATCHED_COLLECTIONS } },
        { 'ns.coll': FENCES, operationType: 'insert' },
        { operationType: { $in: ['dropDatabase', 'invalidate'] } },
      ],
    },
  },
  {
    // Content stays in the database: these fields are enough to tell which tags to purge.
    $project: {
      operationType: 1,
      'ns.coll': 1,
      documentKey: 1,
      'fullDocument._status': 1,
      'fullDocument.globalType': 1,
      'updateDescription.updatedFields._status': 1,
      'updateDescription.updatedFields.filename': 1,
    },
  },
];

const isHistoryLost = (error: unknown): boolean =>
  error instanceof MongoServerError && HISTORY_LOST_CODES.has(Number(error.code));
