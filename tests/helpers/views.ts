import { Agent, request } from 'node:http';
import { JSDOM, VirtualConsole } from 'jsdom';

const CLIENTS = 8;
/** Nobody waits longer for a page. */
const PATIENCE_MS = 10_000;

/** What a visitor gets at an address of a site: pages, and all that they need. */
export type Views = Map<string, Buffer>;

/** What became of the views of a load. */
export interface Viewed {
  count: number;
  slowestMs: number;
  /** Views that did not come whole, with what came instead. */
  failed: string[];
}

export interface ViewLoad {
  /** Resolves once everything was asked for once more. */
  round(): Promise<void>;
  stop(): Promise<Viewed>;
}

/**
 * Opens every page of a site's map, and all that they and their styles name of the same site.
 * @throws Error if one of them is not there
 */
export async function viewsOf(site: string): Promise<Views> {
  const views: Views = new Map();
  const { status, body } = await got(site, '/sitemap.xml');
  if (status !== 200) throw new Error(`The map: ${status}`);
  const map = String(body);
  const waiting = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, url = '']) => new URL(url).pathname,
  );
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (views.has(path)) continue;
    const { status, type, body } = await got(site, path);
    if (status !== 200) throw new Error(`${path}: ${status}`);
    views.set(path, body);
    if (type.startsWith('text/html')) waiting.push(...inHtml(String(body)));
    if (type.startsWith('text/css')) waiting.push(...inCss(path, String(body)));
  }
  return views;
}

/** So many visitors who view all of it, again and again. */
export function viewAll(site: string, views: Views): ViewLoad {
  const viewed: Viewed = { count: 0, slowestMs: 0, failed: [] };
  const paths = [...views.keys()];
  const waiting = new Set<{ until: number; go: () => void }>();
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  let stopping = false;
  let next = 0;

  const client = async () => {
    while (!stopping) {
      const path = paths[next++ % paths.length] ?? '';
      const began = performance.now();
      const wrong = await got(site, path, agent).then(
        ({ status, body }) => {
          if (status !== 200) return String(status);
          return views.get(path)?.equals(body) ? undefined : 'other bytes';
        },
        (error: Error) => error.message,
      );
      viewed.count += 1;
      viewed.slowestMs = Math.max(viewed.slowestMs, Math.round(performance.now() - began));
      if (wrong) viewed.failed.push(`${path}: ${wrong}`);
      for (const waiter of waiting) if (viewed.count >= waiter.until) waiter.go();
    }
  };
  const all = Promise.all(Array.from({ length: CLIENTS }, client));

  return {
    round: () =>
      new Promise<void>((go) => {
        // Those that are under way were begun before.
        waiting.add({ until: viewed.count + paths.length + CLIENTS, go });
      }),
    async stop() {
      stopping = true;
      await all;
      agent.destroy();
      return viewed;
    },
  };
}

const inHtml = (html: string): string[] => {
  const { document } = new JSDOM(html, { virtualConsole: new VirtualConsole() }).window;
  const of = (selector: string, name: string) =>
    [...document.querySelectorAll(selector)].map((one) => one.getAttribute(name) ?? '');
  const sets = of('[srcset]', 'srcset').flatMap((set) =>
    set.split(',').map((one) => one.trim().split(/\s/)[0] ?? ''),
  );
  const workers = of('[data-proof-worker]', 'data-proof-worker');
  const links = of('link[rel~=stylesheet], link[rel~=icon], link[rel=preload]', 'href');
  return ofSite([...of('[src]', 'src'), ...sets, ...workers, ...links]);
};

const inCss = (path: string, css: string): string[] =>
  ofSite(
    [...css.matchAll(/url\(["']?([^"')]+)["']?\)/g)]
      .filter(([, url = '']) => !url.startsWith('data:'))
      .map(([, url = '']) => new URL(url, `http://site${path}`).pathname),
  );

const ofSite = (urls: string[]): string[] => urls.filter((url) => /^\/(?!\/)/.test(url));

interface Got {
  status: number;
  type: string;
  body: Buffer;
}

/** @throws Error if it does not come whole in time */
export function got(site: string, path: string, agent?: Agent): Promise<Got> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const sent = request(new URL(path, site), { agent, signal }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('error', reject);
      answer.once('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          type: answer.headers['content-type'] ?? '',
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.once('error', reject);
    sent.end();
  });
}
