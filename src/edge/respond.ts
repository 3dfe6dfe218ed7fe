import type { IncomingMessage, ServerResponse } from 'node:http';
import { OWN_TO_A_CONNECTION } from './connection.ts';
import type { Answer } from './entry.ts';
import type { Form } from './form.ts';
import type { Held } from './held.ts';
import type { How } from './pages.ts';

const NAME = 'throughcare';

/** A cache before us that purges by tags says what it can (Edge Architecture Specification, 2001). */
export const tellsTags = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers['surrogate-capability'] !== undefined;

/** How it was come by, as RFC 9211 has it said. */
const STATUS: Record<How, string> = {
  hit: `${NAME}; hit`,
  miss: `${NAME}; fwd=miss; stored`,
  renewed: `${NAME}; fwd=stale; stored`,
  'stand-in': `${NAME}; hit; detail="the site is away, this was kept"`,
};

/** Answers with what is kept. */
export function respondWith(
  req: IncomingMessage,
  res: ServerResponse,
  held: Held,
  how: How,
): void | Promise<void> {
  const form = held.formFor(req.headers['accept-encoding']);
  if (form instanceof Promise) return form.then((made) => send(req, res, held, made, how));
  send(req, res, held, form, how);
}

function send(
  { headers, method, httpVersion }: IncomingMessage,
  res: ServerResponse,
  { entry: { status, began } }: Held,
  { etag, head, unchanged, tags, body }: Form,
  how: How,
): void {
  const isUnchanged = status === 200 && matches(headers['if-none-match'], etag);
  const lines = isUnchanged ? unchanged : head;
  lines[lines.length - 1] = String(Math.max(0, Math.round((Date.now() - began) / 1000)));
  lines[lines.length - 3] = STATUS[how];
  const told = tellsTags({ headers }) ? [...tags, ...lines] : lines;
  // A connection is kept unless something else is said (RFC 9112, 9.3): saying so each time would be weight alone.
  if (res.shouldKeepAlive && httpVersion === '1.1') res.removeHeader('Connection');
  res.writeHead(isUnchanged ? 304 : status, told);
  if (isUnchanged || method === 'HEAD') res.end();
  else res.end(body);
}

/** A weak comparison (RFC 9110, 13.1.2). */
function matches(asked: string | undefined, etag: string): boolean {
  if (!asked) return false;
  if (asked === etag || asked === '*') return true;
  return asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

/** Answers with what the origin said to anybody, and is not kept. Several can have asked: none of them is meant by a cookie. */
export function respondOnce(
  { method }: IncomingMessage,
  res: ServerResponse,
  { status, headers, body }: Answer,
): void {
  const told = Object.entries(headers).filter(
    ([name]) => name !== 'set-cookie' && !OWN_TO_A_CONNECTION.has(name),
  );
  res.writeHead(status, { ...Object.fromEntries(told), 'content-length': String(body.length) });
  if (method === 'HEAD') res.end();
  else res.end(body);
}
