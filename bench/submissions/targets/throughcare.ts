import { randomUUID } from 'node:crypto';
import type { MongoClient } from 'mongodb';
import { createHttpClients } from './http-clients.ts';
import { createVisitor, type SubmissionTarget } from './target.ts';

/** Returns a client address from a private network for each visitor, because rate limits count by address. */
const addressOf = (n: number) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

/** The JSON API for submissions, on the site at this URL. */
export function throughcareTarget(url: string, database: MongoClient): SubmissionTarget {
  let n = 0;
  const next = () => {
    n += 1;
    return {
      body: {
        callToAction: 'let-us-help',
        answers: createVisitor(n),
        consent: { text: 'text-messages', version: 1, given: true },
        page: '/',
        timeZone: 'America/New_York',
      },
      headers: { 'Idempotency-Key': randomUUID(), 'X-Forwarded-For': addressOf(n) },
    };
  };
  return {
    name: 'Throughcare',
    does: '`POST /api/requests`: validated and idempotent, with timeline, consent record and queued messages',
    connect: async (connections) => createHttpClients(`${url}/api/requests`, connections, next),
    countStored: () => database.db('throughcare').collection('form-submissions').countDocuments(),
    stop: async () => {},
  };
}
