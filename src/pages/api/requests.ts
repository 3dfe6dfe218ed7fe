import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NextApiRequest, NextApiResponse } from 'next';
import { problemDetails, SubmissionError } from '#domain/submission-error.ts';
import { answersCors } from '#platform/http/cors.ts';
import { within } from '#platform/http/deadline.ts';
import { CACHE, setSecurityHeaders } from '#platform/http/headers.ts';
import { logFailure } from '#platform/http/log.ts';
import { ORIGINS } from '#platform/http/origin.ts';
import { type Client, clientOf } from '#submissions/pipeline/client.ts';
import { countPost } from '#submissions/pipeline/limits.ts';
import { receiveJson } from '#submissions/pipeline/receive.ts';
import type { Receipt } from '#submissions/pipeline/reference.ts';
import { fromJson, type SubmissionPayload } from '#submissions/pipeline/submission-payload.ts';
import { submit } from '#submissions/pipeline/submit.ts';
import { submitOnce } from '#submissions/pipeline/submit-once.ts';

/** The body is read and counted by ourselves. */
export const config = { api: { bodyParser: false } };

/** What scripts of listed front ends may do here. */
const DOOR = { methods: ['POST'], headers: ['Content-Type', 'Idempotency-Key'] };

/** A front end gets its answer within five seconds, whatever the database does. */
const DEADLINE_MS = 4_000;

/** The door for front ends and our own script: the same way as a form's, in JSON. */
export default async function requests(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  setSecurityHeaders(res);
  res.setHeader('Cache-Control', CACHE.never);
  if (answersCors(req, res, DOOR)) return;
  try {
    if (req.method !== 'POST') throw new SubmissionError('method');
    const body = await receiveJson(req, ORIGINS);
    const sent = fromJson(body, req.headers['idempotency-key']);
    const taken = await within(DEADLINE_MS, countAndTake(sent, clientOf(req, new Date())));
    const url = `/requests/received/${taken.receipt}`;
    res.setHeader('Location', url);
    res.setHeader('Content-Type', 'application/json; charset=utf-8');
    // Not `json()`: it answers 304 to who sends a fitting If-None-Match.
    res.status(201).end(JSON.stringify({ ...taken, url }));
  } catch (error) {
    refuse(res, error);
  }
}

/** Both at once: nothing is stored before the count allows it, and its refusal goes before any other. */
async function countAndTake(sent: SubmissionPayload, sender: Client): Promise<Receipt> {
  const allow = submitOnce(() => countPost(sender));
  // Who is known to be over the limit goes no further than this.
  await Promise.race([allow(), nextTurn()]);
  const taken = submit(sent, sender, allow);
  await taken.catch(() => {});
  await allow();
  return taken;
}

function refuse(res: NextApiResponse, error: unknown): void {
  if (!(error instanceof SubmissionError)) logFailure('/api/requests', error);
  const refused = error instanceof SubmissionError ? error : new SubmissionError('unavailable');
  if (refused.code === 'method') res.setHeader('Allow', ['OPTIONS', ...DOOR.methods].join(', '));
  if (refused.retryAfterS !== undefined) res.setHeader('Retry-After', String(refused.retryAfterS));
  res.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  res.status(refused.status).end(JSON.stringify(problemDetails(refused)));
}
