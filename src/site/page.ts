import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GetServerSideProps, GetServerSidePropsContext } from 'next';
import { createReader } from '#data/reader.ts';
import { findRedirect } from '#data/redirects.ts';
import { loadSiteLayout } from '#data/site-layout.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import type { SiteLayout } from '#domain/site-layout.ts';
import { isAtOrBelow, PROXIED_PATHS, SPECULATION_RULES_PATH } from '#domain/site-paths.ts';
import { SubmissionError, UNAVAILABLE_RETRY_AFTER_S } from '#domain/submission-error.ts';
import { setCacheHeaders, setSecurityHeaders } from '#platform/http/headers.ts';
import { ALLOWED_ORIGINS } from '#platform/http/origin.ts';
import { routePatternOf, siteUrlOf } from '#platform/http/page-url.ts';
import { withTimeout } from '#platform/http/timeout.ts';
import { logFailure } from '#platform/log/log-failure.ts';
import { readClient } from '#submissions/pipeline/client.ts';
import { countPost } from '#submissions/pipeline/rate-limits.ts';
import { type PostedForm, receiveForm } from '#submissions/pipeline/receive.ts';
import type { LoadResult, PageContext, PageProps } from './page-types.ts';

/** Longest time to load a page; a slower database makes it a 503. */
const DEADLINE_MS = 4_000;

/** The layout of the last page that loaded. While the database is down, error pages show its phone line and links. */
let lastSiteLayout: SiteLayout | undefined;

/**
 * Returns the `getServerSideProps` of a route, the whole contract between the route and HTTP: runs `load`, sets
 * status, caching, cache tags and security headers, and renders a helpful page for every error.
 * @param load reads the page's data; after `missing`, the redirects that editors manage are tried
 * @param options `acceptsPosts`: the route handles POST as well as GET and HEAD
 */
export function page<P extends object>(
  load: (context: PageContext) => Promise<LoadResult<P>>,
  { acceptsPosts = false } = {},
): GetServerSideProps<PageProps<P>> {
  return async (nextContext) => {
    const { req, res } = nextContext;
    const url = siteUrlOf(nextContext.resolvedUrl);
    let posted: PostedForm | undefined;
    setSecurityHeaders(res);
    try {
      // Next would serve the props as JSON at /_next/data: they are for the view alone.
      if (req.headers['x-nextjs-data'])
        return toErrorResult(res, url.pathname, new SubmissionError('unknown'));
      const methods = acceptsPosts ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD'];
      if (!methods.includes(req.method ?? '')) {
        res.setHeader('Allow', methods.join(', '));
        throw new SubmissionError('method');
      }
      if (req.method === 'POST') posted = await receiveForm(req, ALLOWED_ORIGINS);
      const { context, result } = await withTimeout(
        DEADLINE_MS,
        loadPage(nextContext, url, posted, load),
      );
      return toNextResult(res, context, result);
    } catch (error) {
      if (error instanceof SubmissionError) return toErrorResult(res, url.pathname, error);
      logFailure('page-failed', error, {
        route: routePatternOf(url.pathname, nextContext.params),
      });
      setCacheHeaders(res, 'never', new Set());
      res.statusCode = 503;
      res.setHeader('Retry-After', String(UNAVAILABLE_RETRY_AFTER_S));
      return toProps({
        problem: 'unavailable' as const,
        siteLayout: lastSiteLayout,
        path: url.pathname,
        typed: posted?.typed ?? {},
      });
    }
  };
}

async function loadPage<P>(
  nextContext: GetServerSidePropsContext,
  url: URL,
  posted: PostedForm | undefined,
  load: (context: PageContext) => Promise<LoadResult<P>>,
): Promise<{ context: PageContext; result: LoadResult<P> }> {
  const postError = posted && (posted.error ?? (await checkRateLimit(nextContext.req)));
  const context = await createPageContext(nextContext, url, { typed: posted?.typed, postError });
  const result = await load(context);
  return { context, result: result === 'missing' ? await findMovedPath(context) : result };
}

/** Looks for a redirect from a missing path. A post is never redirected. */
async function findMovedPath({
  req,
  reader,
  path,
}: PageContext): Promise<'missing' | { moved: string }> {
  const moved = req.method === 'POST' ? undefined : await findRedirect(reader, path);
  return moved ? { moved } : 'missing';
}

/** Counts a post, after its form has been read: a page that reports the limit can still show the visitor's input. */
async function checkRateLimit(req: IncomingMessage): Promise<SubmissionError | undefined> {
  try {
    await countPost(readClient(req, new Date()));
    return undefined;
  } catch (error) {
    if (error instanceof SubmissionError) return error;
    throw error;
  }
}

async function createPageContext(
  { req, params }: GetServerSidePropsContext,
  url: URL,
  post: Pick<PageContext, 'typed' | 'postError'>,
): Promise<PageContext> {
  const reader = createReader(DEFAULT_LOCALE);
  const siteLayout = await loadSiteLayout(reader);
  lastSiteLayout = siteLayout;
  return {
    req,
    path: url.pathname,
    query: url.searchParams,
    params: Object.fromEntries(
      Object.entries(params ?? {}).map(([name, value]) => [name, [value].flat().join('/')]),
    ),
    ...post,
    reader,
    siteLayout,
    now: new Date(),
  };
}

/** Sets status and headers for the result of `load`, and returns it in the shape that Next expects. */
function toNextResult<P extends object>(
  res: ServerResponse,
  { req, path, siteLayout, reader, typed = {} }: PageContext,
  result: LoadResult<P>,
) {
  if (result === 'missing' || result === 'withheld') {
    res.statusCode = 404;
    // The 404 for a post is not the page at that path, and a path below an uncached one can contain a
    // visitor's receipt.
    const shared =
      result === 'missing' && req.method !== 'POST' && !isAtOrBelow(PROXIED_PATHS, path);
    setCacheHeaders(res, shared ? 'shared' : 'never', reader.tags);
    return toProps({ problem: 'missing' as const, siteLayout, path, typed });
  }
  if ('redirect' in result) {
    setCacheHeaders(res, 'never', reader.tags);
    return { redirect: { destination: result.redirect, statusCode: 303 as const } };
  }
  if ('moved' in result) {
    setCacheHeaders(res, 'shared', reader.tags);
    return { redirect: { destination: result.moved, statusCode: 308 as const } };
  }
  const { view, head, status = 200, retryAfterS, cache = 'shared', framed = false } = result;
  res.statusCode = status;
  if (retryAfterS !== undefined) res.setHeader('Retry-After', String(retryAfterS));
  setSecurityHeaders(res, framed);
  setCacheHeaders(res, cache, reader.tags);
  if (cache === 'shared') res.setHeader('Speculation-Rules', `"${SPECULATION_RULES_PATH}"`);
  return toProps({ view, head, siteLayout });
}

function toErrorResult(res: ServerResponse, path: string, error: SubmissionError) {
  res.statusCode = error.status;
  setCacheHeaders(res, 'never', new Set());
  return toProps({
    problem: 'submission-error' as const,
    siteLayout: lastSiteLayout,
    path,
    message: error.message,
  });
}

/** Next accepts plain JSON values only: removes undefined properties and everything that is not data. */
const toProps = <T>(props: T): { props: T } => ({ props: JSON.parse(JSON.stringify(props)) });
