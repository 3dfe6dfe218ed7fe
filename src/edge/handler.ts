import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { resolveClientAddress as clientOf } from '#platform/http/client-address.ts';
import { logFailure } from '#platform/log/log-failure.ts';
import { rewriteToOriginForm } from './absolute-form.ts';
import type { Cache } from './cache.ts';
import type { ChangeStream } from './change-stream.ts';
import type { Origin, ProxiedResponse } from './origin.ts';
import { runInRequestOrder } from './pipelining.ts';
import { readPostedBody } from './posted-form.ts';
import { BAD_REQUEST, hasBody, mayHaveChanged, proxyRequest, sendProxied } from './proxy.ts';
import type { Purges } from './purges.ts';
import { READINESS_PATH, sendReadiness } from './readiness.ts';
import { limitRequestBodies, type RequestBodyLimits } from './request-body-limits.ts';
import { parseRequestTarget, type RequestTarget } from './request-target.ts';
import type { Router } from './router.ts';
import { sendCached, sendUncacheable } from './send-cached.ts';
import { sendPlainText, sendTooSlow } from './synthetic-responses.ts';
import { hasUnambiguousFraming } from './unambiguous-framing.ts';
import { sendUnavailable } from './unavailable.ts';

const ALLOWED_METHODS = { Allow: 'GET, HEAD, POST' };

/** Longest wait for a write to appear in the change stream; after it, the whole cache is stale. */
const FENCE_DEADLINE_MS = 2_000;

interface Dependencies {
  origin: Origin;
  cache: Cache;
  router: Router;
  purges: Purges;
  changes: Pick<ChangeStream, 'fence' | 'unavailableSince'>;
  /** Proves to the origin that requests come from the edge. */
  token: string;
  /** The public host of the site. */
  host: string;
  requestBodyLimits: RequestBodyLimits;
}

/** Creates the listener for all requests: it serves shared responses from the cache and proxies the rest. */
export function createHandler(deps: Dependencies): RequestListener {
  const { cache, router } = deps;

  const handleFailure = (
    error: unknown,
    req: IncomingMessage,
    res: ServerResponse,
  ): Promise<void> => {
    if (!res.destroyed) logFailure('edge-request-failed', error);
    return sendUnavailable(req, res, deps);
  };

  const watchBody = limitRequestBodies(deps.requestBodyLimits, (req, res) => {
    if (res.headersSent) req.socket.destroy();
    else sendTooSlow(req, res);
  });

  return function handle(req, res) {
    if (hasBody(req)) watchBody(req, res);
    if (!rewriteToOriginForm(req, deps.host))
      return sendPlainText(req, res, 421, 'This is another site.');
    // The origin can fail at TRACE, and no client needs it.
    if (req.method === 'TRACE')
      return sendPlainText(req, res, 405, 'This cannot be asked here.', ALLOWED_METHODS);
    const target = parseRequestTarget(req.url ?? '');
    const work = target ? serveTarget(target) : serveMissing(deps, req, res);
    work?.catch((error: unknown) => handleFailure(error, req, res));

    /** Returns undefined if the response was sent synchronously: a promise costs a hit much of its time. */
    function serveTarget(target: RequestTarget): Promise<void> | undefined {
      if (!isShareable(req) || target.path === READINESS_PATH) return proxy(deps, req, res);
      const route = router.findRoute(target);
      const cached = route?.kind === 'shared' ? cache.peekFresh(route.key) : undefined;
      if (cached) return sendCached(req, res, cached, 'hit') ?? undefined;
      return serveRoute(deps, req, res, target);
    }
  };
}

/** True if the response may be the same for all. One to a client that authenticates itself may be for it alone. */
const isShareable = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && headers.authorization === undefined;

async function serveRoute(
  deps: Dependencies,
  req: IncomingMessage,
  res: ServerResponse,
  target: RequestTarget,
): Promise<void> {
  const route = await deps.router.resolveRoute(target);
  switch (route.kind) {
    case 'shared':
      return serveShared(deps, req, res, route.key);
    case 'proxied':
      return proxy(deps, req, res);
    case 'redirect': {
      const query = target.query && `?${target.query}`;
      return sendPlainText(req, res, 308, 'Moved.', { Location: route.path + query });
    }
    case 'missing':
    case 'unknown': {
      const immutable = await deps.cache.getImmutable(target.path);
      if (immutable) return sendCached(req, res, immutable, 'hit');
      return route.kind === 'unknown'
        ? sendUnavailable(req, res, deps)
        : serveMissing(deps, req, res);
    }
  }
}

async function serveShared(
  deps: Dependencies,
  req: IncomingMessage,
  res: ServerResponse,
  key: string,
): Promise<void> {
  const result = await deps.cache.get(key).catch(() => undefined);
  if (!result) return sendUnavailable(req, res, deps);
  if ('cached' in result) return sendCached(req, res, result.cached, result.status);
  sendUncacheable(req, res, result.uncacheable);
}

/** Serves 404: one cached page for all paths without a route. */
async function serveMissing(
  deps: Dependencies,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const key = deps.router.latestIndex()?.fallbackPaths.missing;
  if (key !== undefined) return serveShared(deps, req, res, key);
  sendPlainText(req, res, 404, 'There is no page at this address.');
}

const proxy = (deps: Dependencies, req: IncomingMessage, res: ServerResponse): Promise<void> =>
  runInRequestOrder(req, () => proxyNow(deps, req, res));

async function proxyNow(
  deps: Dependencies,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  if (!hasUnambiguousFraming(req))
    return sendPlainText(req, res, 400, 'This request cannot be read.');
  const clientGone = new AbortController();
  res.once('close', () => clientGone.abort());
  const posted = hasBody(req) ? await readPostedBody(req) : undefined;
  const client = { address: clientOf(req), token: deps.token };
  const response = await proxyRequest(
    deps.origin,
    req,
    posted?.body ?? null,
    client,
    clientGone.signal,
  ).catch(() => undefined);
  // A client whose body was too slow has its response already.
  if (!res.headersSent && parseRequestTarget(req.url ?? '')?.path === READINESS_PATH) {
    return sendReadiness(req, res, response, deps.changes);
  }
  if (!response || res.headersSent) return sendUnavailable(req, res, deps, posted?.formFields());
  if (mayHaveChanged(req, response)) await awaitPurge(deps, response);
  await sendProxied(req, res, response);
}

/** Waits until a write has purged the cache, so that its author sees it on the next page. */
async function awaitPurge(
  { changes, purges }: Dependencies,
  { statusCode }: ProxiedResponse,
): Promise<void> {
  try {
    await changes.fence(FENCE_DEADLINE_MS);
  } catch {
    // Anybody can get a 400, so it must not purge the cache. Responses expire within a minute by themselves.
    if (statusCode < BAD_REQUEST) purges.markAllStale();
  }
}
