import { setTimeout as pause } from 'node:timers/promises';

/** How long the server waits for an event before it answers that there is none. */
const MAX_AWAIT_MS = 1_000;
const RETRY_MS = 500;

/** InvalidResumeToken, ChangeStreamFatalError, ChangeStreamHistoryLost: events were missed. */
const HISTORY_LOST_CODES = new Set<unknown>([260, 280, 286]);

/** Where a change stream can resume. */
export interface ResumePoint {
  /** Name of the database. A resume token is valid in all databases of a server, but its events are of one. */
  database: string;
  /** MongoDB's resume token. */
  token: unknown;
}

/** What every event has, whichever fields are selected. */
export interface ChangeEvent<Doc> {
  operationType: string;
  ns?: { coll?: string };
  /** Undefined if the event is about a whole collection or database. */
  documentKey?: { _id: unknown };
  /** The document at the time of its lookup; null if it was deleted by then. */
  fullDocument?: Doc | null;
}

/** What a change stream needs of the driver's `Db`. Payload's adapter brings another version of the driver. */
export interface WatchableDatabase {
  readonly databaseName: string;
  command(command: { ping: 1 }): Promise<{ operationTime?: OplogTime }>;
  watch(pipeline: object[], options: object): EventCursor;
}

/** The driver's `Timestamp`. */
interface OplogTime {
  t: number;
  i: number;
}

interface EventCursor {
  readonly resumeToken: unknown;
  readonly closed: boolean;
  tryNext(): Promise<unknown>;
  close(): Promise<void>;
}

export interface DatabaseConnection {
  database: WatchableDatabase;
  /** Runs beside the events, from the start of the stream. If it rejects, the stream has failed. */
  onOpen?: () => Promise<void>;
  /** Closes the connection with everything on it. Without it, only the change stream is closed. */
  close?: () => Promise<void>;
}

export interface ChangeStreamOptions<Event> {
  /** Opens a connection; called again after each failure. */
  connect: () => Promise<DatabaseConnection>;
  /** MongoDB's names of the collections to watch. The stream reports if one of them, or the database, is dropped or renamed. */
  collections: readonly string[];
  /** A condition (`$match`) for other events. */
  otherEvents?: object;
  /** Paths of the fields to select, beside those that every event has. Other content stays in the database. */
  fields: readonly string[];
  resumeAfter?: ResumePoint;
  /** Called if everything may have changed, before the first event. The stream reports each change after the call. */
  onHistoryLost: () => void | Promise<void>;
  /**
   * Called for each event in its order, and about once a second without one. If it rejects, the stream has failed;
   * otherwise it can resume at `resumePoint`.
   */
  onProgress: (event: Event | undefined, resumePoint: ResumePoint) => void | Promise<void>;
  /** Called after a failure. Further failures are not reported until `onOpen` and an `onProgress` have succeeded. */
  onFailure: (error: unknown) => void;
  signal: AbortSignal;
}

/** Thrown by `onProgress` if it cannot tell what an event has changed. The stream starts anew with `onHistoryLost`. */
export class HistoryLostError extends Error {
  override readonly name = 'HistoryLostError';
}

/**
 * Follows the committed changes of a database until the signal aborts. After a failure, it connects again and resumes
 * after the last event, or calls `onHistoryLost` if MongoDB cannot resume there. Never rejects.
 */
export async function followChangeStream<Event extends ChangeEvent<unknown>>(
  options: ChangeStreamOptions<Event>,
): Promise<void> {
  const { signal } = options;
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve());
  });
  let resumePoint = options.resumeAfter;
  let isFailureReported = false;

  /** Follows the stream on one connection until it fails. */
  const followOnce = async (): Promise<void> => {
    const { database, onOpen, close } = await options.connect();
    let stream: EventCursor | undefined;
    let isClosed = false;

    const follow = async (): Promise<void> => {
      const { databaseName } = database;
      const token = resumePoint?.database === databaseName ? resumePoint.token : undefined;
      const opened = database.watch(createPipeline(options), {
        fullDocument: 'updateLookup',
        maxAwaitTimeMS: MAX_AWAIT_MS,
        ...(token === undefined
          ? { startAtOperationTime: await nextOplogTime(database) }
          : { resumeAfter: token }),
      });
      stream = opened;
      if (token === undefined) await options.onHistoryLost();
      const delivered = Promise.withResolvers<void>();
      const readEvents = async (): Promise<void> => {
        while (!isClosed) {
          const event = (await opened.tryNext()) as Event | null;
          if (isClosed) return;
          // The end of the database ends its stream; further reads would return at once, and block the event loop.
          if (!event && opened.closed) throw new HistoryLostError();
          const next = { database: databaseName, token: opened.resumeToken };
          await options.onProgress(event ?? undefined, next);
          resumePoint = next;
          delivered.resolve();
        }
      };
      const recovered = Promise.all([onOpen?.(), delivered.promise]).then(() => {
        isFailureReported = false;
      });
      await Promise.all([recovered, readEvents()]);
    };

    try {
      await Promise.race([follow(), stopped]);
    } finally {
      isClosed = true;
      await (close ? close() : stream?.close());
    }
  };

  while (!signal.aborted) {
    const failure = await followOnce().catch((error: unknown) => error);
    if (isHistoryLost(failure)) resumePoint = undefined;
    await pause(RETRY_MS, undefined, { signal }).catch(() => {});
    // A stop explains the failure just before it.
    if (signal.aborted || isFailureReported) continue;
    isFailureReported = true;
    options.onFailure(failure);
  }
}

/**
 * Returns the first time after the writes until now. A stream has to start there, because the server opens it at its
 * first read and would miss what is written before.
 */
async function nextOplogTime(database: WatchableDatabase): Promise<OplogTime> {
  const { operationTime } = await database.command({ ping: 1 });
  if (!operationTime) throw new Error('This MongoDB is no replica set: it has no change streams.');
  const { t, i } = operationTime;
  // The driver takes only a timestamp of its own version.
  const Timestamp = operationTime.constructor as new (time: { t: number; i: number }) => OplogTime;
  return new Timestamp({ t, i: i + 1 });
}

const createPipeline = ({
  collections,
  otherEvents,
  fields,
}: Pick<ChangeStreamOptions<never>, 'collections' | 'otherEvents' | 'fields'>): object[] => [
  {
    $match: {
      $or: [
        { 'ns.coll': { $in: collections } },
        // A rename that replaces one of these collections.
        { 'to.coll': { $in: collections } },
        { operationType: { $in: ['dropDatabase', 'invalidate'] } },
        ...(otherEvents ? [otherEvents] : []),
      ],
    },
  },
  {
    $project: Object.fromEntries(
      ['operationType', 'ns.coll', 'documentKey', ...fields].map((field) => [field, 1]),
    ),
  },
];

const isHistoryLost = (error: unknown): boolean =>
  error instanceof HistoryLostError ||
  HISTORY_LOST_CODES.has((error as { code?: unknown } | undefined)?.code);
