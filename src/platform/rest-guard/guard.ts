import { CACHE } from '../http/headers.ts';
import { logFailure } from '../http/log.ts';
import { isQuery, readBody } from './body.ts';
import { isHostileName, isText } from './plain-data.ts';
import { checkQuery } from './query.ts';
import { Unreadable } from './unreadable.ts';

type Handler<Args> = (request: Request, args: Args) => Promise<Response>;

/**
 * Stands before Payload's REST API: what it could not read, or could be kept busy with, is turned away
 * with an answer in its own shape, and nothing that it throws reaches Next, which would write it down.
 */
export const guarded =
  <Args>(handler: Handler<Args>): Handler<Args> =>
  async (request, args) => {
    try {
      const readable = await checked(request);
      if (isMissing(readable)) return answer(404, 'Not Found');
      const response = await handler(readable, args);
      // Payload's word for its own collections without addresses; it repeats the query that was sent.
      return response.status === 501 ? answer(404, 'Not Found') : keptIfFound(response);
    } catch (error) {
      if (error instanceof Unreadable) return answer(error.status, error.message);
      logFailure('/api', error);
      return answer(503, 'This does not work at the moment. Try again in a minute.', {
        'Retry-After': '30',
      });
    }
  };

/** Only what says so may be kept, and what is wrong with one request never is. */
function keptIfFound(response: Response): Response {
  if (response.ok && response.headers.has('Cache-Control')) return response;
  response.headers.delete('Cache-Tag');
  response.headers.set('Cache-Control', CACHE.never);
  return response;
}

/**
 * Of Payload's own collections the admin asks for jobs, and for one preference of somebody's own at a time.
 * The others take no access rules and no hooks from the configuration; of jobs there are no versions, and
 * Payload answers 500 where these would be.
 */
const MISSING = /^\/api\/payload-(?!jobs(\/(?!versions(\/|$))|$)|preferences\/[^/]+\/?$)/;

const isMissing = ({ url }: Request): boolean =>
  MISSING.test(decodeURIComponent(new URL(url).pathname));

/** These have a body; Payload relies on it. */
const WRITING = ['POST', 'PATCH', 'PUT'];

/** The same request with its body read. @throws Unreadable */
async function checked(request: Request): Promise<Request> {
  const { pathname, search } = new URL(request.url);
  checkPath(pathname);
  checkQuery(search.slice(1));
  const body = await readBody(request);
  // Payload would put the one behind the other, and read the value between them as something else.
  if (isQuery(request) && search) throw new Unreadable('query');
  const { url, method, signal } = request;
  // Next leaves the body of the answer away; Payload knows no such method, and would find nothing.
  if (method === 'HEAD') return new Request(url, { headers: request.headers, signal });
  if (!request.body && !WRITING.includes(method)) return request;
  const headers = new Headers(request.headers);
  headers.set('Content-Type', body.type);
  return new Request(url, { method, headers, signal, body: body.bytes });
}

/** Of a piece of an address: ids, slugs, the names of files and of preferences are shorter. */
const LONGEST = 255;

function checkPath(pathname: string): void {
  try {
    const path = decodeURIComponent(pathname);
    const pieces = path.split('/');
    if (isText(path) && !pieces.some((piece) => isHostileName(piece) || piece.length > LONGEST))
      return;
  } catch {
    // Told below.
  }
  throw new Unreadable('address');
}

const answer = (status: number, message: string, headers: Record<string, string> = {}) =>
  Response.json(
    { errors: [{ message }] },
    { status, headers: { 'Cache-Control': CACHE.never, ...headers } },
  );
