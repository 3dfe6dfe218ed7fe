import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rootPath } from '#platform/process/root.ts';
import type { PageTarget } from './target.ts';

/** Starts a server that only sends the bytes of a page. */
export async function startBareServer(page: string): Promise<PageTarget> {
  const server = fork(rootPath('bench/pages/bare.ts'), [page]);
  const [{ port }] = await once(server, 'message');
  return {
    id: 'bare',
    name: 'bare `node:http`, the same bytes',
    url: `http://127.0.0.1:${port}/`,
    pids: async () => (server.pid ? [server.pid] : []),
    async stop() {
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}
