import { Agent, request } from 'node:http';
import { JSDOM, VirtualConsole } from 'jsdom';

const CLIENTS = 8;
/** Longest wait for a response. */
const REQUEST_TIMEOUT_MS = 10_000;

/** The bytes of all pages of a site and their subresources, by path. */
export type CrawledSite = Map<string, Buffer>;

/** Results of a page load. */
export interface PageLoadResult {
  count: number;
  slowestMs: number;
  /** Paths that failed or had other bytes, with the reason. */
  failed: string[];
}

export interface PageLoad {
  /** Resolves once every path has been requested again. */
  waitForRound(): Promise<void>;
  stop(): Promise<PageLoadResult>;
}

/**
 * Fetches every page of a site's sitemap, and the subresources of pages and stylesheets on the same site.
 * @throws Error if one of them is not answered with 200
 */
export async function crawlSite(site: string): Promise<CrawledSite> {
  const crawled: CrawledSite = new Map();
  const { status, body } = await fetchBody(site, '/sitemap.xml');
  if (status !== 200) throw new Error(`The sitemap: ${status}`);
  const sitemap = String(body);
  const queue = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, url = '']) => new URL(url).pathname,
  );
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (crawled.has(path)) continue;
    const { status, type, body } = await fetchBody(site, path);
    if (status !== 200) throw new Error(`${path}: ${status}`);
    crawled.set(path, body);
    if (type.startsWith('text/html')) queue.push(...linksInHtml(String(body)));
    if (type.startsWith('text/css')) queue.push(...linksInCss(path, String(body)));
  }
  return crawled;
}

/** Starts clients that request all paths of a site again and again, and compare the bytes with those of the crawl. */
export function startPageLoad(site: string, crawled: CrawledSite): PageLoad {
  const result: PageLoadResult = { count: 0, slowestMs: 0, failed: [] };
  const paths = [...crawled.keys()];
  const waiting = new Set<{ until: number; go: () => void }>();
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  let stopping = false;
  let next = 0;

  const client = async () => {
    while (!stopping) {
      const path = paths[next++ % paths.length] ?? '';
      const began = performance.now();
      const problem = await fetchBody(site, path, agent).then(
        ({ status, body }) => {
          if (status !== 200) return String(status);
          return crawled.get(path)?.equals(body) ? undefined : 'other bytes';
        },
        (error: Error) => error.message,
      );
      result.count += 1;
      result.slowestMs = Math.max(result.slowestMs, Math.round(performance.now() - began));
      if (problem) result.failed.push(`${path}: ${problem}`);
      for (const waiter of waiting) if (result.count >= waiter.until) waiter.go();
    }
  };
  const all = Promise.all(Array.from({ length: CLIENTS }, client));

  return {
    waitForRound: () =>
      new Promise<void>((go) => {
        // Requests that are pending now do not count.
        waiting.add({ until: result.count + paths.length + CLIENTS, go });
      }),
    async stop() {
      stopping = true;
      await all;
      agent.destroy();
      return result;
    },
  };
}

const linksInHtml = (html: string): string[] => {
  const { document } = new JSDOM(html, { virtualConsole: new VirtualConsole() }).window;
  const attributes = (selector: string, name: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '');
  const srcsets = attributes('[srcset]', 'srcset').flatMap((set) =>
    set.split(',').map((candidate) => candidate.trim().split(/\s/)[0] ?? ''),
  );
  const workers = attributes('[data-proof-worker]', 'data-proof-worker');
  const links = attributes('link[rel~=stylesheet], link[rel~=icon], link[rel=preload]', 'href');
  return sameSitePaths([...attributes('[src]', 'src'), ...srcsets, ...workers, ...links]);
};

const linksInCss = (path: string, css: string): string[] =>
  sameSitePaths(
    [...css.matchAll(/url\(["']?([^"')]+)["']?\)/g)]
      .filter(([, url = '']) => !url.startsWith('data:'))
      .map(([, url = '']) => new URL(url, `http://site${path}`).pathname),
  );

const sameSitePaths = (urls: string[]): string[] => urls.filter((url) => /^\/(?!\/)/.test(url));

interface FetchedBody {
  status: number;
  type: string;
  body: Buffer;
}

/** Fetches a body as it is on the wire. @throws Error if it is not complete within 10 s */
export function fetchBody(site: string, path: string, agent?: Agent): Promise<FetchedBody> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    const clientRequest = request(new URL(path, site), { agent, signal }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body: Buffer.concat(chunks),
        }),
      );
    });
    clientRequest.once('error', reject);
    clientRequest.end();
  });
}
