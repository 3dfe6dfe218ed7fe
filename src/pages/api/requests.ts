import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NextApiRequest, NextApiResponse } from 'next';
import { problemDetails, SubmissionError } from '#domain/submission-error.ts';
import { handleCors } from '#platform/http/cors.ts';
import { CACHE_CONTROL, setSecurityHeaders } from '#platform/http/headers.ts';
import { ALLOWED_ORIGINS } from '#platform/http/origin.ts';
import { withTimeout } from '#platform/http/timeout.ts';
import { logFailure } from '#platform/log/log-failure.ts';
import { type Client, readClient } from '#submissions/pipeline/client.ts';
import { memoizeVerdict } from '#submissions/pipeline/memoize-verdict.ts';
import { countPost } from '#submissions/pipeline/rate-limits.ts';
import type { Receipt } from '#submissions/pipeline/receipt.ts';
import { receiveJson } from '#submissions/pipeline/receive.ts';
import {
  payloadFromJson,
  type SubmissionPayload,
} from '#submissions/pipeline/submission-payload.ts';
import { submit } from '#submissions/pipeline/submit.ts';

/** `receiveJson` reads the body itself, with its own limits. */
export const config = { api: { bodyParser: false } };

/** Methods and headers that scripts from `CORS_ORIGINS` may use. */
const CORS = { methods: ['POST'], headers: ['Content-Type', 'Idempotency-Key'] };

/** Longest time to save a submission; a front end gets a response within five seconds. */
const DEADLINE_MS = 4_000;

/** Handles submissions in JSON, from other front ends and our own script, in the same pipeline as posted forms. */
export default async function handleSubmission(
  req: NextApiRequest,
  res: NextApiResponse,
): Promise<void> {
  setSecurityHeaders(res);
  res.setHeader('Cache-Control', CACHE_CONTROL.never);
  if (handleCors(req, res, CORS)) return;
  try {
    if (req.method !== 'POST') throw new SubmissionError('method');
    const body = await receiveJson(req, ALLOWED_ORIGINS);
    const payload = payloadFromJson(body, req.headers['idempotency-key']);
    const receipt = await withTimeout(
      DEADLINE_MS,
      countAndSubmit(payload, readClient(req, new Date())),
    );
    const url = `/requests/received/${receipt.receipt}`;
    res.setHeader('Location', url);
    res.setHeader('Content-Type', 'application/json; charset=utf-8');
    // Not `json()`: it would respond with 304 to a matching If-None-Match.
    res.status(201).end(JSON.stringify({ ...receipt, url }));
  } catch (error) {
    sendProblem(res, error);
  }
}

/**
 * Counts and submits in parallel, to save a round trip. Nothing is stored before the count allows it, and exceeding
 * the rate limit takes precedence over every other error.
 */
async function countAndSubmit(payload: SubmissionPayload, client: Client): Promise<Receipt> {
  const allow = memoizeVerdict(() => countPost(client));
  // A client that is known to be over the limit fails here at once.
  await Promise.race([allow(), nextTurn()]);
  const receipt = submit(payload, client, allow);
  await receipt.catch(() => {});
  await allow();
  return receipt;
}

/** Responds with problem details (RFC 9457); every unexpected error becomes `unavailable`. */
function sendProblem(res: NextApiResponse, error: unknown): void {
  if (!(error instanceof SubmissionError)) logFailure('submission-api-failed', error);
  const problem = error instanceof SubmissionError ? error : new SubmissionError('unavailable');
  if (problem.code === 'method') res.setHeader('Allow', ['OPTIONS', ...CORS.methods].join(', '));
  if (problem.retryAfterS !== undefined) res.setHeader('Retry-After', String(problem.retryAfterS));
  res.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  res.status(problem.status).end(JSON.stringify(problemDetails(problem)));
}
