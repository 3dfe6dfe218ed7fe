import { setTimeout as pause } from 'node:timers/promises';
import {
  type ChangeStreamDocument,
  type Document,
  MongoClient,
  MongoServerError,
  ObjectId,
} from 'mongodb';
import { within } from '#platform/http/deadline.ts';
import { logFailure } from '#platform/http/log.ts';
import { changeOf, LISTENED, type Told } from './change-of.ts';
import type { Change } from './purges.ts';
import { together } from './together.ts';

/** A database that says nothing at all for so long is not heard any more. */
const SILENT_MS = 5_000;
const REACH_MS = 2_000;
const AWAIT_MS = 1_000;
const RETRY_MS = 500;
const FENCES = 'edge-fences';
const FENCE_TTL_S = 60 * 60;

/** Events were missed: the place where we left off is not in the database's log any more, or not of this one. */
const LOST = new Set([260, 280, 286]);

interface Fence {
  _id: ObjectId;
  at: Date;
}

/** Up to where a database was heard. */
export interface Place {
  /** Its name: a server knows the same place in all of its databases. */
  database: string;
  token: unknown;
}

export interface Listening {
  /** Where the database is; it can be somewhere else after it was started again. */
  uri: () => Promise<string>;
  /** Where to go on, if we have listened before. */
  after: Place | undefined;
  /** Something was committed, or nothing for a while. `place` is where to go on behind it. */
  heard: (change: Change | 'all' | undefined, place: Place) => void;
  /** It cannot be told what changed before now. */
  lost: () => void;
}

/** What the database tells of its changes, as they are committed. */
export interface Changes {
  /** True while all that was committed is known here, but for the moment that it takes to be told. */
  isCurrent(): boolean;
  /** Since when nothing is heard of the database; undefined while it is. */
  silentSince(): Date | undefined;
  /** Resolves once it is current for the first time. */
  readonly current: Promise<void>;
  /**
   * Resolves once all that was committed before has been heard.
   * @throws Error if it is not heard in time
   */
  fence(deadlineMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** Listens for what changes in the database, whatever happens to it in between. */
export function listen(listening: Listening): Changes {
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve());
  });
  const { promise: current, resolve: nowCurrent } = Promise.withResolvers<void>();
  let place = listening.after;
  /** Writes something down, and waits until it is told of it: for all who ask meanwhile. */
  let fence: (() => Promise<void>) | undefined;
  let isComplete = false;
  /** Said once, not twice a second for as long as the database is away. */
  let isSaid = false;
  let heardAt = 0;
  const begunAt = Date.now();

  const follow = async (client: MongoClient): Promise<void> => {
    const database = client.db().databaseName;
    const goesOn = place?.database === database;
    const into = client.db().collection<Fence>(FENCES);
    // Those of another connection are of no use to this one.
    const awaited = new Map<string, () => void>();
    const writeDown = async (): Promise<void> => {
      const _id = new ObjectId();
      const { promise, resolve } = Promise.withResolvers<void>();
      awaited.set(String(_id), resolve);
      try {
        await into.insertOne({ _id, at: new Date() });
        await promise;
      } finally {
        awaited.delete(String(_id));
      }
    };
    const session = client.startSession();
    await into.createIndex({ at: 1 }, { expireAfterSeconds: FENCE_TTL_S, session });
    const stream = client.db().watch<Document, ChangeStreamDocument>(pipeline(), {
      fullDocument: 'updateLookup',
      maxAwaitTimeMS: AWAIT_MS,
      ...(goesOn ? { resumeAfter: place?.token } : { startAtOperationTime: session.operationTime }),
    });
    if (!goesOn) listening.lost();
    const next = async () => {
      const told = (await stream.tryNext()) as Told | null;
      heardAt = Date.now();
      place = { database, token: stream.resumeToken };
      // Before whoever waits for it goes on, it is known.
      listening.heard(told ? changeOf(told) : undefined, place);
      awaited.get(String(told?.documentKey?._id))?.();
    };
    const caughtUp = writeDown().then(() => {
      fence = together(() => within(SILENT_MS, writeDown()));
      isComplete = true;
      isSaid = false;
      nowCurrent();
    });
    const all = (async () => {
      while (!stopping.signal.aborted) await next();
    })();
    await Promise.all([caughtUp, all]);
  };

  const connect = async (): Promise<void> => {
    const client = await MongoClient.connect(await listening.uri(), {
      serverSelectionTimeoutMS: REACH_MS,
      socketTimeoutMS: SILENT_MS,
      maxPoolSize: 2,
    });
    try {
      await Promise.race([follow(client), stopped]);
    } finally {
      isComplete = false;
      await client.close(true);
    }
  };

  const following = (async () => {
    while (!stopping.signal.aborted) {
      try {
        await connect();
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (isLost(error)) place = undefined;
        if (!isSaid && heardAt > 0) logFailure('edge, changes', error);
        isSaid = true;
      }
      await pause(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();

  const isCurrent = () => isComplete && Date.now() - heardAt < SILENT_MS;
  return {
    isCurrent,
    silentSince: () => (isCurrent() ? undefined : new Date(heardAt || begunAt)),
    current,
    async fence(deadlineMs) {
      if (!fence || !isCurrent()) throw new Error('Nothing is heard of the database.');
      await within(deadlineMs, fence());
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
        { 'ns.coll': { $in: LISTENED } },
        // Another one came in its place.
        { 'to.coll': { $in: LISTENED } },
        { 'ns.coll': FENCES, operationType: 'insert' },
        { operationType: { $in: ['dropDatabase', 'invalidate'] } },
      ],
    },
  },
  {
    // Nothing of a document leaves the database but what tells which pages it touches.
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

const isLost = (error: unknown): boolean =>
  error instanceof MongoServerError && LOST.has(Number(error.code));
