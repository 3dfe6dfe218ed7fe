import { type Db, MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { followChangeStream, type ResumePoint } from '#platform/database/change-stream.ts';
import { env } from '#platform/environment/env.ts';

/** A failed stream is opened again after half a second; a busy machine gets more time. */
const POLL = { timeout: 10_000 };

let client: MongoClient;
let database: Db;

beforeAll(async () => {
  client = await MongoClient.connect(env.DATABASE_URI ?? '');
  database = client.db();
});
afterAll(() => client.close());

/** Follows two collections until the test or the returned function ends it. */
function follow(resumeAfter?: ResumePoint) {
  const events: string[] = [];
  let resumePoint: ResumePoint | undefined;
  const stopping = new AbortController();
  const following = followChangeStream({
    connect: async () => ({ database }),
    collections: ['plums', 'pears'],
    fields: ['fullDocument.name'],
    resumeAfter,
    onHistoryLost: () => {
      events.push('history lost');
    },
    onProgress(event, newResumePoint) {
      resumePoint = newResumePoint;
      if (event) events.push([event.operationType, event.ns?.coll].filter(Boolean).join(' '));
    },
    onFailure: () => {},
    signal: stopping.signal,
  });
  const stop = async () => {
    stopping.abort();
    await following;
    return resumePoint;
  };
  onTestFinished(() => stop().then(() => {}));
  return { events, stop };
}

const insertInto = (collection: string) =>
  database.collection(collection).insertOne({ name: 'One' });

it('reports the changes of its collections, also those while it was stopped', async () => {
  const first = follow();
  await expect.poll(() => first.events, POLL).toEqual(['history lost']);
  await insertInto('apples');
  await insertInto('plums');
  await expect.poll(() => first.events, POLL).toEqual(['history lost', 'insert plums']);
  const resumePoint = await first.stop();
  await insertInto('pears');
  const second = follow(resumePoint);
  await expect.poll(() => second.events, POLL).toEqual(['insert pears']);
});

it('starts anew after a dropped database has ended the stream', async () => {
  const first = follow();
  await expect.poll(() => first.events, POLL).toEqual(['history lost']);
  await insertInto('plums');
  await database.dropDatabase();
  await expect.poll(() => first.events.slice(-2), POLL).toEqual(['invalidate', 'history lost']);
  await insertInto('plums');
  await expect.poll(() => first.events.at(-1), POLL).toBe('insert plums');
});

it('starts anew if MongoDB cannot resume where it was stopped', async () => {
  const first = follow();
  await expect.poll(() => first.events, POLL).toEqual(['history lost']);
  await insertInto('plums');
  await database.dropDatabase();
  await expect.poll(() => first.events, POLL).toContain('invalidate');
  const second = follow(await first.stop());
  await expect.poll(() => second.events, POLL).toEqual(['history lost']);
});
