import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import handleConfig from './upstream/test-engine/server/handle-config.mjs';
import handleState from './upstream/test-engine/server/handle-state.mjs';
import handleTest from './upstream/test-engine/server/handle-test.mjs';

type Handler = (segments: string[], req: IncomingMessage, res: ServerResponse) => void;

export interface SuiteServer {
  url: string;
  close(): Promise<void>;
}

/**
 * Starts the suite's origin on loopback. A test first sends it the responses that it wants, and at its end reads which
 * requests arrived.
 * @param prepare called with each request of a test, and the id of the test run
 */
export async function startSuiteOrigin(
  prepare: (runId: string, req: IncomingMessage) => void,
): Promise<SuiteServer> {
  const handlers: Record<string, Handler> = {
    config: handleConfig,
    state: handleState,
    test(segments, req, res) {
      prepare(segments[0] ?? '', req);
      handleTest(segments, req, res);
    },
  };
  const server = createServer((req, res) => {
    const { pathname } = new URL(req.url ?? '/', 'http://origin');
    const [name = '', ...segments] = pathname.slice(1).split('/');
    const handle = handlers[name];
    if (handle) handle(segments, req, res);
    else res.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
