import { expect, it, onTestFinished } from 'vitest';
import {
  type ChangeEvent,
  type ChangeStreamOptions,
  type DatabaseConnection,
  followChangeStream,
  HistoryLostError,
  type ResumePoint,
} from './change-stream.ts';

const HISTORY_LOST = Object.assign(new Error('history lost'), { code: 286 });
const UNAVAILABLE = new Error('unavailable');
/** The database has ended, and its stream with it. */
const END = 'end';

/** Stands in for the driver's class. */
class Timestamp {
  readonly t: number;
  readonly i: number;
  constructor({ t, i }: { t: number; i: number }) {
    this.t = t;
    this.i = i;
  }
}

/** A connection on which these are read: an id of an event, null for no event, or an error. Then nothing comes. */
function fakeConnection(
  reads: (string | Error | null)[],
  { name = 'site', ...more }: Partial<DatabaseConnection> & { name?: string } = {},
) {
  const starts: object[] = [];
  let resumeToken: string | undefined;
  let closed = false;
  const tryNext = async (): Promise<unknown> => {
    const read = reads.shift();
    if (read === undefined) return new Promise(() => {});
    if (read === END) {
      closed = true;
      return null;
    }
    if (read instanceof Error) throw read;
    resumeToken = `after ${read}`;
    return read && { operationType: 'insert', documentKey: { _id: read } };
  };
  const connection: DatabaseConnection = {
    database: {
      databaseName: name,
      command: async () => ({ operationTime: new Timestamp({ t: 5, i: 3 }) }),
      watch(_, { resumeAfter, startAtOperationTime }: Record<string, object | undefined>) {
        starts.push({ resumeAfter, startAtOperationTime });
        return {
          tryNext,
          get resumeToken() {
            return resumeToken;
          },
          get closed() {
            return closed;
          },
          close: async () => {},
        };
      },
    },
    ...more,
  };
  return { connection, starts };
}

type FakeConnection = ReturnType<typeof fakeConnection>;

const FROM_PRESENT = {
  resumeAfter: undefined,
  startAtOperationTime: new Timestamp({ t: 5, i: 4 }),
};
const from = (token: string) => ({ resumeAfter: token, startAtOperationTime: undefined });

/** Follows a change stream over these connections in turn; without one left, connecting waits for ever. */
function follow(
  connections: FakeConnection[],
  options: Partial<ChangeStreamOptions<ChangeEvent<unknown>>> = {},
) {
  /** What was called, in order: ids of events, and `lost`. */
  const calls: unknown[] = [];
  const failures: unknown[] = [];
  const resumePoints: ResumePoint[] = [];
  const stopping = new AbortController();
  onTestFinished(() => stopping.abort());
  const pending = [...connections];
  const following = followChangeStream({
    connect: async () => pending.shift()?.connection ?? new Promise(() => {}),
    collections: ['articles'],
    fields: [],
    onHistoryLost: () => {
      calls.push('lost');
    },
    onProgress(event, resumePoint) {
      if (event) calls.push(event.documentKey?._id);
      resumePoints.push(resumePoint);
    },
    onFailure: (error) => failures.push(error),
    signal: stopping.signal,
    ...options,
  });
  return { calls, failures, resumePoints, stop: () => stopping.abort(), following };
}

it('starts at the present, and waits for onHistoryLost before the first event', async () => {
  const one = fakeConnection(['a', null, 'b']);
  const handled = Promise.withResolvers<void>();
  const { calls, resumePoints } = follow([one], { onHistoryLost: () => handled.promise });
  await expect.poll(() => one.starts).toEqual([FROM_PRESENT]);
  expect(calls).toEqual([]);
  handled.resolve();
  await expect.poll(() => calls).toEqual(['a', 'b']);
  expect(resumePoints.at(-1)).toEqual({ database: 'site', token: 'after b' });
});

it('resumes where an earlier process stopped', async () => {
  const one = fakeConnection(['a']);
  const { calls } = follow([one], { resumeAfter: { database: 'site', token: 'earlier' } });
  await expect.poll(() => calls).toEqual(['a']);
  expect(one.starts).toEqual([from('earlier')]);
});

it('does not resume in another database', async () => {
  const one = fakeConnection(['a']);
  const { calls } = follow([one], { resumeAfter: { database: 'other', token: 'earlier' } });
  await expect.poll(() => calls).toEqual(['lost', 'a']);
  expect(one.starts).toEqual([FROM_PRESENT]);
});

it('resumes after the last event when a connection has failed, and reports each outage once', async () => {
  const one = fakeConnection(['a', UNAVAILABLE]);
  const [two, three] = [fakeConnection([new Error('still')]), fakeConnection(['b', UNAVAILABLE])];
  const four = fakeConnection(['c']);
  const { calls, failures } = follow([one, two, three, four]);
  await expect.poll(() => calls, { timeout: 5_000 }).toEqual(['lost', 'a', 'b', 'c']);
  expect([two.starts, three.starts]).toEqual([[from('after a')], [from('after a')]]);
  expect(failures).toEqual([UNAVAILABLE, UNAVAILABLE]);
});

it('starts anew if MongoDB cannot resume', async () => {
  const [one, two] = [fakeConnection(['a', HISTORY_LOST]), fakeConnection(['b'])];
  const { calls } = follow([one, two]);
  await expect.poll(() => calls, { timeout: 5_000 }).toEqual(['lost', 'a', 'lost', 'b']);
  expect(two.starts).toEqual([FROM_PRESENT]);
});

it('starts anew if the database has ended the stream', async () => {
  const [one, two] = [fakeConnection(['a', END, END]), fakeConnection(['b'])];
  const { calls } = follow([one, two]);
  await expect.poll(() => calls, { timeout: 5_000 }).toEqual(['lost', 'a', 'lost', 'b']);
  expect(two.starts).toEqual([FROM_PRESENT]);
});

it('starts anew if an event does not say what has changed', async () => {
  const [one, two] = [fakeConnection(['a', 'b']), fakeConnection(['c'])];
  const ids: unknown[] = [];
  const { calls } = follow([one, two], {
    onProgress(event) {
      if (event?.documentKey?._id === 'b') throw new HistoryLostError();
      ids.push(event?.documentKey?._id);
    },
  });
  await expect.poll(() => ids, { timeout: 5_000 }).toEqual(['a', 'c']);
  expect(calls).toEqual(['lost', 'lost']);
});

it('handles an event again that could not be handled', async () => {
  const [one, two] = [fakeConnection(['a', 'b']), fakeConnection(['b'])];
  const ids: unknown[] = [];
  follow([one, two], {
    onProgress(event) {
      ids.push(event?.documentKey?._id);
      if (ids.length === 2) throw UNAVAILABLE;
    },
  });
  await expect.poll(() => ids, { timeout: 5_000 }).toEqual(['a', 'b', 'b']);
  expect(two.starts).toEqual([from('after a')]);
});

it('closes a connection whose opening fails, and connects again', async () => {
  const closed: string[] = [];
  const one = fakeConnection(['a'], {
    onOpen: () => Promise.reject(UNAVAILABLE),
    close: async () => {
      closed.push('one');
    },
  });
  const two = fakeConnection(['b']);
  const { calls, failures } = follow([one, two], {
    resumeAfter: { database: 'site', token: 'earlier' },
  });
  await expect.poll(() => calls.at(-1), { timeout: 5_000 }).toBe('b');
  expect(closed).toEqual(['one']);
  expect(failures).toEqual([UNAVAILABLE]);
});

it('ends once it is stopped, with its connection', async () => {
  const closing = Promise.withResolvers<void>();
  const one = fakeConnection(['a'], { close: async () => closing.resolve() });
  const { calls, failures, stop, following } = follow([one]);
  await expect.poll(() => calls).toEqual(['lost', 'a']);
  stop();
  await Promise.all([closing.promise, following]);
  expect(failures).toEqual([]);
});
