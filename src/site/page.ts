import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GetServerSideProps, GetServerSidePropsContext } from 'next';
import { createReader, type Reader } from '#data/reader.ts';
import { findRedirect } from '#data/redirects.ts';
import { loadSiteLayout } from '#data/site-layout.ts';
import { isAtOrBelow, PASSED, SPECULATION_RULES_PATH } from '#domain/addresses.ts';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import type { PageHead, SiteLayout } from '#domain/site-layout.ts';
import { RETRY_UNAVAILABLE_S, SubmissionError } from '#domain/submission-error.ts';
import type { Typed } from '#forms/typed.ts';
import { within } from '#platform/http/deadline.ts';
import { setCaching, setSecurityHeaders } from '#platform/http/headers.ts';
import { logFailure } from '#platform/http/log.ts';
import { ORIGINS } from '#platform/http/origin.ts';
import { patternOf, urlOf } from '#platform/http/page-address.ts';
import type { Problem } from '#site/views/problem-page.tsx';
import { clientOf } from '#submissions/pipeline/client.ts';
import { countPost } from '#submissions/pipeline/limits.ts';
import { type Posted, receiveForm } from '#submissions/pipeline/receive.ts';

/** Nobody waits longer for a page, whatever the database does. */
const DEADLINE_MS = 4_000;

/** What a route is given to answer with. */
export interface Visit {
  req: IncomingMessage;
  /** The path that was asked for, without query. */
  path: string;
  query: URLSearchParams;
  /** The pieces of the path that the route's name leaves open. */
  params: Record<string, string>;
  /** What a form was filled in with, where one was posted. */
  typed?: Typed;
  /** Why the post is turned away, whatever is in it. */
  refused?: SubmissionError;
  reader: Reader;
  frame: SiteLayout;
  now: Date;
}

/** A page: what its view gets, and what HTTP says about it. */
export interface Shown<P> {
  view: P;
  head: PageHead;
  status?: number;
  /** When to ask again, in seconds, where it does not work now. */
  retryAfterS?: number;
  /** A `shared` page is the same for all visitors, and any cache may keep it. */
  cache?: 'shared' | 'never';
  /** A preview stands in a frame of the admin. */
  framed?: boolean;
}

/**
 * What is only for some people, or not there yet, is `withheld`: missing, and no cache keeps that. What
 * `moved` is somewhere else for everybody; a `redirect` is for whoever asked, now.
 */
export type Answer<P> =
  | Shown<P>
  | { redirect: string }
  | { moved: string }
  | 'missing'
  | 'withheld';

/** What `_app` gets: a page, or the reason why there is none. */
export type PageProps<P = object> = { view: P; head: PageHead; frame: SiteLayout } | Problem;

/** The surroundings of the last page: a page without a database still has the phone line and the links. */
let lastFrame: SiteLayout | undefined;

/**
 * The whole contract between a route and HTTP: runs `load`, sets status, caching, tags and security
 * headers, and turns whatever goes wrong into a page that still helps.
 */
export function page<P extends object>(
  load: (visit: Visit) => Promise<Answer<P>>,
  { takesPosts = false } = {},
): GetServerSideProps<PageProps<P>> {
  return async (context) => {
    const { req, res } = context;
    const url = urlOf(context.resolvedUrl);
    let posted: Posted | undefined;
    setSecurityHeaders(res);
    try {
      // Props are for the view alone: the address at which Next would hand them out has nothing.
      if (req.headers['x-nextjs-data'])
        return refused(res, url.pathname, new SubmissionError('unknown'));
      const methods = takesPosts ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD'];
      if (!methods.includes(req.method ?? '')) {
        res.setHeader('Allow', methods.join(', '));
        throw new SubmissionError('method');
      }
      if (req.method === 'POST') posted = await receiveForm(req, ORIGINS);
      const { visit, answer } = await within(DEADLINE_MS, work(context, url, posted, load));
      return respond(res, visit, answer);
    } catch (error) {
      if (error instanceof SubmissionError) return refused(res, url.pathname, error);
      logFailure(patternOf(url.pathname, context.params), error);
      setCaching(res, 'never', new Set());
      res.statusCode = 503;
      res.setHeader('Retry-After', String(RETRY_UNAVAILABLE_S));
      return plain({
        problem: 'unavailable' as const,
        frame: lastFrame,
        path: url.pathname,
        typed: posted?.typed ?? {},
      });
    }
  };
}

async function work<P>(
  context: GetServerSidePropsContext,
  url: URL,
  posted: Posted | undefined,
  load: (visit: Visit) => Promise<Answer<P>>,
): Promise<{ visit: Visit; answer: Answer<P> }> {
  const counted = posted && { ...posted, refused: posted.refused ?? (await tooMany(context.req)) };
  const visit = await begin(context, url, counted);
  const answer = await load(visit);
  return { visit, answer: answer === 'missing' ? await elsewhere(visit) : answer };
}

/** What is missing may have moved. A form that was sent is not sent on. */
async function elsewhere({ req, reader, path }: Visit): Promise<'missing' | { moved: string }> {
  const moved = req.method === 'POST' ? undefined : await findRedirect(reader, path);
  return moved ? { moved } : 'missing';
}

/** Counted once the form is read, so that the page can give back what is in it. */
async function tooMany(req: IncomingMessage): Promise<SubmissionError | undefined> {
  try {
    await countPost(clientOf(req, new Date()));
    return undefined;
  } catch (error) {
    if (error instanceof SubmissionError) return error;
    throw error;
  }
}

async function begin(
  { req, params }: GetServerSidePropsContext,
  url: URL,
  posted: Posted | undefined,
): Promise<Visit> {
  const reader = createReader(DEFAULT_LOCALE);
  const frame = await loadSiteLayout(reader);
  lastFrame = frame;
  return {
    req,
    path: url.pathname,
    query: url.searchParams,
    params: Object.fromEntries(
      Object.entries(params ?? {}).map(([name, value]) => [name, [value].flat().join('/')]),
    ),
    ...posted,
    reader,
    frame,
    now: new Date(),
  };
}

function respond<P extends object>(
  res: ServerResponse,
  { req, path, frame, reader, typed = {} }: Visit,
  answer: Answer<P>,
) {
  if (answer === 'missing' || answer === 'withheld') {
    res.statusCode = 404;
    // What is missing for a form that was sent is no page of that address, and an address below
    // one that is for a visitor alone can have their receipt in it.
    const shared = answer === 'missing' && req.method !== 'POST' && !isAtOrBelow(PASSED, path);
    setCaching(res, shared ? 'shared' : 'never', reader.tags);
    return plain({ problem: 'missing' as const, frame, path, typed });
  }
  if ('redirect' in answer) {
    setCaching(res, 'never', reader.tags);
    return { redirect: { destination: answer.redirect, statusCode: 303 as const } };
  }
  if ('moved' in answer) {
    setCaching(res, 'shared', reader.tags);
    return { redirect: { destination: answer.moved, statusCode: 308 as const } };
  }
  const { view, head, status = 200, retryAfterS, cache = 'shared', framed = false } = answer;
  res.statusCode = status;
  if (retryAfterS !== undefined) res.setHeader('Retry-After', String(retryAfterS));
  setSecurityHeaders(res, framed);
  setCaching(res, cache, reader.tags);
  if (cache === 'shared') res.setHeader('Speculation-Rules', `"${SPECULATION_RULES_PATH}"`);
  return plain({ view, head, frame });
}

function refused(res: ServerResponse, path: string, error: SubmissionError) {
  res.statusCode = error.status;
  setCaching(res, 'never', new Set());
  return plain({ problem: 'refused' as const, frame: lastFrame, path, message: error.message });
}

/** Next takes plain values only: what is undefined is left out, and nothing but data goes to a view. */
const plain = <T>(props: T): { props: T } => ({ props: JSON.parse(JSON.stringify(props)) });
