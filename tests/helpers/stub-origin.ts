import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SITE_INDEX_PATH, type SiteIndex } from '#domain/site-index.ts';

interface StubResponse {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string;
  /** Written to the socket in place of a response; then the origin closes the connection. */
  rawBytes?: string;
  /** Delays the response until it resolves. */
  after?: Promise<unknown>;
  /** Responds before it reads the request's body. */
  respondsBeforeBody?: boolean;
}

export interface ReceivedRequest {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** An HTTP server in place of the site, with a response for each URL that a test sets. */
export interface StubOrigin {
  url: string;
  /** All requests so far, in order. */
  requests: ReceivedRequest[];
  countRequests(url: string): number;
  /** Sets the response at this URL from now on. Without one, it is 404. */
  respond(url: string, response: StubResponse | ((request: ReceivedRequest) => StubResponse)): void;
  /** Stops listening and closes all connections, as if it had been killed. */
  stop(): Promise<void>;
  /** Listens again on the same port. */
  restart(): Promise<void>;
}

export const SHARED_CACHE_CONTROL = 'public, max-age=0, s-maxage=60, stale-if-error=86400';

/** A page that a shared cache may store. */
export const sharedPage = (
  body: string,
  tags = 'articles:1,articles:1:self,articles',
): StubResponse => ({
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': SHARED_CACHE_CONTROL,
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

/** The requests that the edge proxied, without those it sent to fill its cache. */
export const proxiedRequests = ({ requests }: Pick<StubOrigin, 'requests'>): ReceivedRequest[] =>
  requests.filter(({ headers }) => 'x-edge-token' in headers);

/** Starts an origin with a site index, of which a test can replace parts. */
export async function startOrigin(index: Partial<SiteIndex> = {}): Promise<StubOrigin> {
  const requests: ReceivedRequest[] = [];
  const respondingBeforeBody = new Set<string>();
  const responses = new Map<string, (request: ReceivedRequest) => StubResponse>();
  const origin: Pick<StubOrigin, 'requests' | 'countRequests' | 'respond'> = {
    requests,
    countRequests: (url) => requests.filter((request) => request.url === url).length,
    respond(url, response) {
      responses.set(url, typeof response === 'function' ? response : () => response);
      if (typeof response === 'object' && response.respondsBeforeBody)
        respondingBeforeBody.add(url);
    },
  };
  origin.respond(SITE_INDEX_PATH, {
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': SHARED_CACHE_CONTROL,
      'Cache-Tag': 'articles',
    },
    body: JSON.stringify({ ...INDEX, ...index }),
  });
  const server = createServer(async (req, res) => {
    const { method = '', url = '', headers } = req;
    const body = respondingBeforeBody.has(url) ? '' : await readBody(req);
    if (body === undefined) return;
    const request: ReceivedRequest = { method, url, headers, body };
    requests.push(request);
    const response = responses.get(url)?.(request) ?? { status: 404, body: 'nothing' };
    await response.after;
    if (response.rawBytes !== undefined) {
      req.socket.end(response.rawBytes);
      return;
    }
    res.writeHead(response.status ?? 200, response.headers).end(response.body ?? '');
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
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
    async restart() {
      await listen(port);
    },
  };
}

/** @returns undefined if the client disconnects before the end */
async function readBody(req: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString();
}
