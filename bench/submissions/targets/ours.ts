import { randomUUID } from 'node:crypto';
import type { MongoClient } from 'mongodb';
import { httpClients } from './http-clients.ts';
import { type Target, visitor } from './target.ts';

/** Of a network that is nobody's: each visitor has an address, which the door counts. */
const addressOf = (n: number) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

/** The door for front ends, on the site that runs at this address. */
export function ours(url: string, database: MongoClient): Target {
  let n = 0;
  const next = () => {
    n += 1;
    return {
      body: {
        callToAction: 'let-us-help',
        answers: visitor(n),
        consent: { text: 'text-messages', version: 1, given: true },
        page: '/',
        timeZone: 'America/New_York',
      },
      headers: { 'Idempotency-Key': randomUUID(), 'X-Forwarded-For': addressOf(n) },
    };
  };
  return {
    name: 'Throughcare',
    does: '`POST /api/requests`: checked, once, with timeline, consent record and messages to send',
    connect: async (connections) => httpClients(`${url}/api/requests`, connections, next),
    kept: () => database.db('throughcare').collection('form-submissions').countDocuments(),
    stop: async () => {},
  };
}
