import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { expect, onTestFinished } from 'vitest';
import { SITE_INDEX_PATH } from '#domain/site-index.ts';
import { findFreePort } from '#platform/process/port.ts';
import { startEdge } from '#server/edge-process.ts';
import { commandEnv } from './command.ts';
import { TEST_EDGE_TOKEN } from './edge.ts';
import { memoryOf } from './measure.ts';
import { findEdgePid } from './processes.ts';
import { type StubOrigin, sharedPage, startOrigin } from './stub-origin.ts';

const CLIENTS = 16;
const SAMPLE_INTERVAL_MS = 100;
const ROUTES_TIMEOUT_MS = 10_000;
const PAGE_BYTES = 40 * 1024;
const TAGS = 25;
const LIST = '/articles';
/** The codings that browsers accept. */
const ACCEPTED_CODINGS = { 'accept-encoding': 'gzip, deflate, br' };

export interface EdgeLoadOptions {
  databaseUri: string;
  /** How many pages are cached before the load. */
  pages: number;
  /** How many requests have an unknown address, or unknown parameters. */
  requests: number;
  memoryMb: number;
}

/** Results of a load. Memory is the resident memory of the process. */
export interface EdgeLoadResult {
  initialMiB: number;
  filledMiB: number;
  maxMiB: number;
  /** How many requests the edge sent to the origin during the load. */
  originRequests: number;
  perSecond: number;
}

/**
 * Starts an edge as `npm start` does, fills its cache with pages, then requests unknown addresses and known addresses
 * with unknown parameters. Each address is requested once.
 */
export async function loadEdge({
  pages,
  requests,
  ...edgeOptions
}: EdgeLoadOptions): Promise<EdgeLoadResult> {
  const paths = Array.from({ length: pages }, (_, n) => `/articles/page-${n}`);
  const origin = await openSiteOrigin(paths);
  onTestFinished(origin.stop);
  const { url, pid } = await startEdgeAlone(origin, edgeOptions);
  const pool = new Pool(url, { connections: CLIENTS });
  onTestFinished(() => pool.close());
  let maxMiB = 0;
  const done = new AbortController();
  const sampling = (async () => {
    while (!done.signal.aborted) {
      maxMiB = Math.max(maxMiB, await memoryOf(pid));
      await pause(SAMPLE_INTERVAL_MS);
    }
  })();

  const etags = new Map<string, string>();
  /** Each client sends its next request as soon as its last one was answered. */
  const requestAll = async (
    count: number,
    expected: (n: number) => ExpectedResponse,
  ): Promise<void> => {
    let next = 0;
    const client = async () => {
      for (let n = next++; n < count; n = next++) {
        const { path, status, page } = expected(n);
        const response = await pool.request({ method: 'GET', path, headers: ACCEPTED_CODINGS });
        await response.body.dump();
        // The part of the ETag that is the same for all codings of a body.
        const etag = String(response.headers.etag).split('-')[0] ?? '';
        if (response.statusCode !== status || (etags.get(page) ?? etag) !== etag) {
          throw new Error(`${path}: ${response.statusCode}, not what ${page} was before.`);
        }
        etags.set(page, etag);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
  };

  // The edge proxies requests until it has the route index.
  const isCached = async () => {
    const response = await pool.request({
      method: 'GET',
      path: paths[0] ?? '',
      headers: ACCEPTED_CODINGS,
    });
    await response.body.dump();
    return response.headers.etag !== undefined;
  };
  await expect.poll(isCached, { timeout: ROUTES_TIMEOUT_MS }).toBe(true);
  const initialMiB = await memoryOf(pid);
  await requestAll(pages, (n) => ({ path: paths[n] ?? '', status: 200, page: paths[n] ?? '' }));
  const filledMiB = await memoryOf(pid);
  const before = origin.requests.length;
  const began = performance.now();
  await requestAll(requests, (n) => unknownRequest(paths, n));
  const perSecond = Math.round(requests / ((performance.now() - began) / 1000));
  done.abort();
  await sampling;
  const originRequests = origin.requests.length - before;
  return { initialMiB, filledMiB, maxMiB, originRequests, perSecond };
}

/** Expects memory within 1.2 times the setting, and few requests to the origin. */
export function expectBounded(
  { requests, memoryMb }: EdgeLoadOptions,
  { maxMiB, originRequests }: EdgeLoadResult,
): void {
  expect(maxMiB).toBeLessThanOrEqual(memoryMb * 1.2);
  expect(originRequests).toBeLessThanOrEqual(requests / 100);
}

interface ExpectedResponse {
  path: string;
  status: number;
  /** Identifies the page: responses with the same one must have the same body. */
  page: string;
}

/** Returns a request for an address that was not requested before. */
function unknownRequest(paths: readonly string[], n: number): ExpectedResponse {
  const page = paths[(n * 7919) % paths.length] ?? '';
  switch (n % 4) {
    case 0:
      return { path: `/nothing/${n}.html`, status: 404, page: 'missing' };
    case 1:
      return { path: `${LIST}?page=${n + 2}`, status: 404, page: 'missing' };
    default:
      return { path: `${page}?utm_${n}=${n}`, status: 200, page };
  }
}

/** Starts an origin with these pages, each with content and tags of its own. */
async function openSiteOrigin(paths: readonly string[]): Promise<StubOrigin> {
  const origin = await startOrigin({
    shared: [LIST, ...paths, SITE_INDEX_PATH],
    lists: { [LIST]: { by: [], pages: { '': 1 } } },
  });
  origin.respond('/not-found', { ...sharedPage('Nothing here', 'missing'), status: 404 });
  for (const [n, path] of paths.entries()) {
    origin.respond(path, () => sharedPage(htmlOf(n), tagsOf(n)));
  }
  return origin;
}

const idOf = (n: number): string => n.toString(16).padStart(24, '0');

const tagsOf = (n: number): string =>
  Array.from({ length: TAGS }, (_, of) => `articles:${idOf(n * TAGS + of)}`).join(',');

/** Returns HTML that is about as long and as compressible as an article. */
function htmlOf(n: number): string {
  let words = `<h1>Page ${n}</h1>`;
  for (let at = n; words.length < PAGE_BYTES; at += 1) {
    const word = Math.imul(at, 0x9e3779b1) >>> 0;
    words += `<p class="text">Word ${word.toString(36)} of recovery, and ${(word >>> 7) % 1000}.</p>`;
  }
  return words;
}

async function startEdgeAlone(
  origin: StubOrigin,
  { databaseUri, memoryMb }: Pick<EdgeLoadOptions, 'databaseUri' | 'memoryMb'>,
): Promise<{ url: string; pid: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-edge-load-'));
  const port = String(await findFreePort());
  const edge = startEdge({
    environment: {
      ...commandEnv(),
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: port,
      SITE_URL: `http://localhost:${port}`,
      WEB_PORT: new URL(origin.url).port,
      EDGE_TOKEN: TEST_EDGE_TOKEN,
      EDGE_MEMORY_MB: String(memoryMb),
      DATA_DIR: folder,
      DATABASE_URI: databaseUri,
    },
  });
  onTestFinished(async () => {
    await edge.stop();
    await rm(folder, { recursive: true, force: true });
  });
  await edge.ready;
  return { url: `http://127.0.0.1:${port}`, pid: await findEdgePid({ pid: process.pid }) };
}
