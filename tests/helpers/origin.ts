import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SITE_INDEX_PATH, type SiteIndex } from '#domain/site-index.ts';

interface Said {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string;
  /** Just these bytes, in the place of an answer; then it hangs up. */
  bytes?: string;
  /** It is answered only then. */
  after?: Promise<unknown>;
  /** It is answered before anything of what it carries is read. */
  unread?: boolean;
}

/** What a request to the origin was. */
export interface Asked {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface Origin {
  url: string;
  /** All that was asked, in its order. */
  asked: Asked[];
  /** How often this address was asked for. */
  times(url: string): number;
  /** What it says at this address from now on. */
  say(url: string, said: Said | ((asked: Asked) => Said)): void;
  /** It does not listen any more, as if it had been killed. */
  leave(): Promise<void>;
  comeBack(): Promise<void>;
}

export const SHARED = 'public, max-age=0, s-maxage=60, stale-if-error=86400';

/** A page that is the same for everybody. */
export const shared = (body: string, tags = 'articles:1,articles:1:self,articles'): Said => ({
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': SHARED,
    'Cache-Tag': tags,
  },
  body,
});

const INDEX: SiteIndex = {
  shared: ['/', '/page', '/other', '/list', '/old', SITE_INDEX_PATH],
  lists: { '/list': { by: ['topic'], pages: { '': 2, 'topic=a': 2, 'topic=b': 2 } } },
  passed: ['/admin', '/api', '/requests'],
  stand: { missing: '/not-found', unavailable: '/unavailable', unsent: '/unsent' },
  labels: { name: 'Your name', message: 'Your message' },
};

/** What an edge has passed on to it, as it came: not what it asked for itself. */
export const passedOn = ({ asked }: Pick<Origin, 'asked'>): Asked[] =>
  asked.filter(({ headers }) => 'x-edge-token' in headers);

/** A server that says what a test wants said, in the place of the site behind an edge. */
export async function openOrigin(index: Partial<SiteIndex> = {}): Promise<Origin> {
  const asked: Asked[] = [];
  const unread = new Set<string>();
  const says = new Map<string, (asked: Asked) => Said>();
  const origin = {
    asked,
    times: (url: string) => asked.filter((one) => one.url === url).length,
    say(url: string, said: Said | ((asked: Asked) => Said)) {
      says.set(url, typeof said === 'function' ? said : () => said);
      if (typeof said === 'object' && said.unread) unread.add(url);
    },
  };
  origin.say(SITE_INDEX_PATH, {
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': SHARED,
      'Cache-Tag': 'articles',
    },
    body: JSON.stringify({ ...INDEX, ...index }),
  });
  const server = createServer(async (req, res) => {
    const { method = '', url = '', headers } = req;
    const body = unread.has(url) ? '' : await bodyOf(req);
    if (body === undefined) return;
    const one: Asked = { method, url, headers, body };
    asked.push(one);
    const said = says.get(url)?.(one) ?? { status: 404, body: 'nothing' };
    await said.after;
    if (said.bytes !== undefined) {
      req.socket.end(said.bytes);
      return;
    }
    res.writeHead(said.status ?? 200, said.headers).end(said.body ?? '');
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  return {
    ...origin,
    url: `http://127.0.0.1:${port}`,
    async leave() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
    async comeBack() {
      await listen(port);
    },
  };
}

/** @returns undefined if it breaks off */
async function bodyOf(req: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString();
}
