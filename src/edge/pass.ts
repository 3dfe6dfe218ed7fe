import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { env } from '#platform/environment/env.ts';
import { CLIENT_ADDRESS, EDGE_TOKEN } from '#platform/http/client-address.ts';
import { hasSignedToken } from '#platform/http/signed-token.ts';
import { OWN_TO_A_CONNECTION } from './connection.ts';
import { TAGS } from './form.ts';
import type { Origin, Passing } from './origin.ts';
import { drained } from './posted.ts';
import { tellsTags } from './respond.ts';

/** About one connection, or not for anybody outside to say. */
const NOT_PASSED = new Set([...OWN_TO_A_CONNECTION, 'expect', 'host', CLIENT_ADDRESS, EDGE_TOKEN]);

/** For those who do not say which site they mean. */
const HOST = new URL(env.SITE_URL).host;

/** Somebody who is signed in has no such haste, and can start long work. */
const VISITOR_MS = 7_000;

export interface Introduced {
  /** Where the request came from. */
  address: string | undefined;
  /** By which the origin knows that we say so. */
  token: string;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
/** What is of an account alone is seen by no visitor, and anybody may ask for some of it. */
const OF_ACCOUNTS = /\/(login|logout|refresh-token|forgot-password|reset-password|unlock)$/;
/** Of many documents at once, some can have been changed, and some not. */
export const PARTLY = 400;
const OF_MANY = new Set(['PATCH', 'DELETE']);
/** The same request is to be sent somewhere else: nothing was done yet. */
const ELSEWHERE = new Set([307, 308]);

/**
 * Something that may have changed what visitors see. Who is turned away has changed nothing, and must
 * not bring us to forget anything.
 */
export function mayHaveChanged(
  { method = '', url = '', headers }: IncomingMessage,
  { statusCode }: Passing,
): boolean {
  const [path = ''] = url.split('?');
  if (SAFE.has(method) || OF_ACCOUNTS.test(path) || !hasSignedToken(headers.cookie)) return false;
  if (ELSEWHERE.has(statusCode)) return false;
  return statusCode < PARTLY || (statusCode === PARTLY && OF_MANY.has(method));
}

/** True if something follows the headers. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * Passes a request on as it came.
 * @param body what it carries, where that was read already
 * @throws Error if there is no answer
 */
export function pass(
  origin: Origin,
  req: IncomingMessage,
  body: Buffer | Readable | null,
  { address, token }: Introduced,
  signal: AbortSignal,
): Promise<Passing> {
  const named = (req.headers.connection ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const headers: string[] = [];
  for (let at = 0; at < req.rawHeaders.length; at += 2) {
    const [name = '', value = ''] = req.rawHeaders.slice(at, at + 2);
    const lower = name.toLowerCase();
    if (!NOT_PASSED.has(lower) && !named.includes(lower)) headers.push(name, value);
  }
  // A client cannot have these dropped by naming them as its connection's.
  headers.push('Host', req.headers.host || HOST, CLIENT_ADDRESS, address ?? '', EDGE_TOKEN, token);
  return origin.pass({
    method: req.method ?? 'GET',
    url: req.url ?? '/',
    headers,
    body,
    signal,
    ...(hasSignedToken(req.headers.cookie) ? {} : { deadlineMs: VISITOR_MS }),
  });
}

/** Answers with what the origin answers, as it comes. */
export async function respondPassing(
  req: IncomingMessage,
  res: ServerResponse,
  { statusCode, headers, body }: Passing,
): Promise<void> {
  for (const [name, value] of Object.entries(headers)) {
    const isTold = !OWN_TO_A_CONNECTION.has(name) && (name !== TAGS || tellsTags(req));
    if (value !== undefined && isTold) res.setHeader(name, value);
  }
  res.writeHead(statusCode);
  try {
    if (req.method === 'HEAD') await body.dump();
    else await pipeline(body, res, { end: false });
  } catch (error) {
    // Half of an answer must not look like a whole one.
    res.destroy();
    throw error;
  }
  // Node counts a request as over with its answer, whatever of it is still to come.
  if (hasBody(req)) await drained(req);
  res.end();
}
