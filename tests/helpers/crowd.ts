import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { expect, onTestFinished } from 'vitest';
import { SITE_INDEX_PATH } from '#domain/site-index.ts';
import { freePort } from '#platform/process/port.ts';
import { startEdge } from '#server/edge-process.ts';
import { commandEnv } from './command.ts';
import { TOKEN } from './edge.ts';
import { memoryOf } from './measure.ts';
import { type Origin, openOrigin, shared } from './origin.ts';
import { edgeOf } from './processes.ts';

const CLIENTS = 16;
const LOOK_EVERY_MS = 100;
const KNOWS_MS = 10_000;
const PAGE_BYTES = 40 * 1024;
const TAGS = 25;
const LIST = '/articles';
/** As browsers ask. */
const TAKES = { 'accept-encoding': 'gzip, deflate, br' };

export interface Crowd {
  databaseUri: string;
  /** How many pages are kept before. */
  pages: number;
  /** How many requests come of which the site knows no address, or no parameter. */
  requests: number;
  memoryMb: number;
}

/** What a crowd left behind. Memory is what the system counts for the process, in MiB. */
export interface Crowded {
  atFirstMiB: number;
  filledMiB: number;
  mostMiB: number;
  /** How often the origin was asked while they came. */
  asked: number;
  perSecond: number;
}

/**
 * Fills an edge that runs by itself, as `npm start` runs it, with pages, then asks it for what is not
 * there, and for what is under parameters that nobody knows; each address is another one.
 */
export async function crowdAtEdge({ pages, requests, ...at }: Crowd): Promise<Crowded> {
  const paths = Array.from({ length: pages }, (_, n) => `/articles/page-${n}`);
  const origin = await openSite(paths);
  onTestFinished(origin.leave);
  const { url, pid } = await startAlone(origin, at);
  const pool = new Pool(url, { connections: CLIENTS });
  onTestFinished(() => pool.close());
  let mostMiB = 0;
  const done = new AbortController();
  const looking = (async () => {
    while (!done.signal.aborted) {
      mostMiB = Math.max(mostMiB, await memoryOf(pid));
      await pause(LOOK_EVERY_MS);
    }
  })();

  const names = new Map<string, string>();
  /** Each client asks for the next one as soon as it was answered. */
  const all = async (count: number, one: (n: number) => Asking): Promise<void> => {
    let next = 0;
    const client = async () => {
      for (let n = next++; n < count; n = next++) {
        const { path, status, page } = one(n);
        const got = await pool.request({ method: 'GET', path, headers: TAKES });
        await got.body.dump();
        // The name of a body, whatever its coding.
        const name = String(got.headers.etag).split('-')[0] ?? '';
        if (got.statusCode !== status || (names.get(page) ?? name) !== name) {
          throw new Error(`${path}: ${got.statusCode}, not what ${page} was before.`);
        }
        names.set(page, name);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
  };

  // Until it knows the site it passes on what it is asked for.
  const isKept = async () => {
    const got = await pool.request({ method: 'GET', path: paths[0] ?? '', headers: TAKES });
    await got.body.dump();
    return got.headers.etag !== undefined;
  };
  await expect.poll(isKept, { timeout: KNOWS_MS }).toBe(true);
  const atFirstMiB = await memoryOf(pid);
  await all(pages, (n) => ({ path: paths[n] ?? '', status: 200, page: paths[n] ?? '' }));
  const filledMiB = await memoryOf(pid);
  const before = origin.asked.length;
  const began = performance.now();
  await all(requests, (n) => strange(paths, n));
  const perSecond = Math.round(requests / ((performance.now() - began) / 1000));
  done.abort();
  await looking;
  const asked = origin.asked.length - before;
  return { atFirstMiB, filledMiB, mostMiB, asked, perSecond };
}

/** Its memory stays within its setting and a fifth; hardly anything was asked of the site. */
export function expectBounded({ requests, memoryMb }: Crowd, { mostMiB, asked }: Crowded): void {
  expect(mostMiB).toBeLessThanOrEqual(memoryMb * 1.2);
  expect(asked).toBeLessThanOrEqual(requests / 100);
}

interface Asking {
  path: string;
  status: number;
  /** What stands there. */
  page: string;
}

/** An address that nobody has asked for before. */
function strange(paths: readonly string[], n: number): Asking {
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

/** A site of so many pages, each with words and tags of its own. */
async function openSite(paths: readonly string[]): Promise<Origin> {
  const origin = await openOrigin({
    shared: [LIST, ...paths, SITE_INDEX_PATH],
    lists: { [LIST]: { by: [], pages: { '': 1 } } },
  });
  origin.say('/not-found', { ...shared('Nothing here', 'missing'), status: 404 });
  for (const [n, path] of paths.entries()) {
    origin.say(path, () => shared(wordsOf(n), tagsOf(n)));
  }
  return origin;
}

const idOf = (n: number): string => n.toString(16).padStart(24, '0');

const tagsOf = (n: number): string =>
  Array.from({ length: TAGS }, (_, of) => `articles:${idOf(n * TAGS + of)}`).join(',');

/** About as long as an article, and as well compressed. */
function wordsOf(n: number): string {
  let words = `<h1>Page ${n}</h1>`;
  for (let at = n; words.length < PAGE_BYTES; at += 1) {
    const word = Math.imul(at, 0x9e3779b1) >>> 0;
    words += `<p class="text">Word ${word.toString(36)} of recovery, and ${(word >>> 7) % 1000}.</p>`;
  }
  return words;
}

async function startAlone(
  origin: Origin,
  { databaseUri, memoryMb }: Pick<Crowd, 'databaseUri' | 'memoryMb'>,
): Promise<{ url: string; pid: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-crowd-'));
  const port = String(await freePort());
  const edge = startEdge({
    environment: {
      ...commandEnv(),
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: port,
      SITE_URL: `http://localhost:${port}`,
      WEB_PORT: new URL(origin.url).port,
      EDGE_TOKEN: TOKEN,
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
  return { url: `http://127.0.0.1:${port}`, pid: await edgeOf({ pid: process.pid }) };
}
