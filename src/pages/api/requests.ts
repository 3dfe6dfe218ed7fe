import type { NextApiRequest, NextApiResponse } from 'next';
import { within } from '#http/deadline.ts';
import { CACHE, setSecurityHeaders } from '#http/headers.ts';
import { logFailure } from '#http/log.ts';
import { ORIGINS } from '#http/origin.ts';
import { receiveJson } from '#requests/receive.ts';
import { problemDetails, Refused } from '#requests/refused.ts';
import { senderOf } from '#requests/sender.ts';
import { fromJson } from '#requests/sent.ts';
import { take } from '#requests/take.ts';

/** The body is read and counted by ourselves. */
export const config = { api: { bodyParser: false } };

/** A front end gets its answer within five seconds, whatever the database does. */
const DEADLINE_MS = 4_000;

/** The door for front ends and our own script: the same way as a form's, in JSON. */
export default async function requests(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  setSecurityHeaders(res);
  res.setHeader('Cache-Control', CACHE.never);
  try {
    if (req.method !== 'POST') throw new Refused('method');
    const body = await receiveJson(req, ORIGINS);
    const sent = fromJson(body, req.headers['idempotency-key']);
    const taken = await within(DEADLINE_MS, take(sent, senderOf(req, new Date())));
    const url = `/requests/received/${taken.receipt}`;
    res.setHeader('Location', url);
    res.status(201).json({ ...taken, url });
  } catch (error) {
    refuse(res, error);
  }
}

function refuse(res: NextApiResponse, error: unknown): void {
  if (!(error instanceof Refused)) logFailure('/api/requests', error);
  const refused = error instanceof Refused ? error : new Refused('unavailable');
  if (refused.code === 'method') res.setHeader('Allow', 'POST');
  if (refused.code === 'unavailable') res.setHeader('Retry-After', '30');
  res.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  res.status(refused.status).end(JSON.stringify(problemDetails(refused)));
}
