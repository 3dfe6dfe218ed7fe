import { CACHE_CONTROL } from '../http/headers.ts';
import { logFailure } from '../log/log-failure.ts';
import { checkQuery } from './check-query.ts';
import { InvalidRequest } from './invalid-request.ts';
import { isHostileName, isStorableText } from './plain-data.ts';
import { isMethodOverride, readBody } from './read-body.ts';

type Handler<Args> = (request: Request, args: Args) => Promise<Response>;

/**
 * Wraps a handler of Payload's REST API. Rejects requests that Payload cannot parse or that are too expensive, with
 * errors in Payload's format. Catches all errors, because Next would log them with the values in their messages.
 */
export const guardRest =
  <Args>(handler: Handler<Args>): Handler<Args> =>
  async (request, args) => {
    try {
      const checkedRequest = await checkRequest(request);
      if (isHiddenPath(checkedRequest)) return errorResponse(404, 'Not Found');
      const response = await handler(checkedRequest, args);
      // Payload answers 501 for its own collections without endpoints, and repeats the query in the body.
      return response.status === 501 ? errorResponse(404, 'Not Found') : restrictCaching(response);
    } catch (error) {
      if (error instanceof InvalidRequest) return errorResponse(error.status, error.message);
      logFailure('rest-api-failed', error);
      return errorResponse(503, 'This does not work at the moment. Try again in a minute.', {
        'Retry-After': '30',
      });
    }
  };

/** Forbids caching of errors, and of responses without a `Cache-Control`. */
function restrictCaching(response: Response): Response {
  if (response.ok && response.headers.has('Cache-Control')) return response;
  response.headers.delete('Cache-Tag');
  response.headers.set('Cache-Control', CACHE_CONTROL.never);
  return response;
}

/**
 * Paths of Payload's own collections, except those that the admin uses: jobs, and one preference of a person at a time.
 * The configuration cannot give the others access rules or hooks. Jobs have no versions; Payload answers 500 there.
 */
const HIDDEN_PATHS = /^\/api\/payload-(?!jobs(\/(?!versions(\/|$))|$)|preferences\/[^/]+\/?$)/;

const isHiddenPath = ({ url }: Request): boolean =>
  HIDDEN_PATHS.test(decodeURIComponent(new URL(url).pathname));

/** Methods for which Payload requires a body. */
const METHODS_WITH_BODY = ['POST', 'PATCH', 'PUT'];

/**
 * Returns the same request with a checked body.
 * @throws InvalidRequest
 */
async function checkRequest(request: Request): Promise<Request> {
  const { pathname, search } = new URL(request.url);
  checkPath(pathname);
  checkQuery(search.slice(1));
  const body = await readBody(request);
  // Payload would concatenate the two queries, which changes the value between them.
  if (isMethodOverride(request) && search) throw new InvalidRequest('query');
  const { url, method, signal } = request;
  // Payload does not know HEAD and would answer 404. As a GET it works, and Next drops the response's body.
  if (method === 'HEAD') return new Request(url, { headers: request.headers, signal });
  if (!request.body && !METHODS_WITH_BODY.includes(method)) return request;
  const headers = new Headers(request.headers);
  headers.set('Content-Type', body.type);
  return new Request(url, { method, headers, signal, body: body.bytes });
}

/** Longest segment of a path. Ids, slugs and names of files and preferences are shorter. */
const MAX_SEGMENT_LENGTH = 255;

function checkPath(pathname: string): void {
  try {
    const path = decodeURIComponent(pathname);
    const segments = path.split('/');
    if (
      isStorableText(path) &&
      !segments.some((segment) => isHostileName(segment) || segment.length > MAX_SEGMENT_LENGTH)
    )
      return;
  } catch {
    // A malformed percent-encoding; rejected below.
  }
  throw new InvalidRequest('address');
}

const errorResponse = (status: number, message: string, headers: Record<string, string> = {}) =>
  Response.json(
    { errors: [{ message }] },
    { status, headers: { 'Cache-Control': CACHE_CONTROL.never, ...headers } },
  );
