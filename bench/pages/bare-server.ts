import { fork } from 'node:child_process';
import { once } from 'node:events';
import { inRoot } from '#platform/process/root.ts';
import type { Target } from './target.ts';

/** The same bytes as a page, from a server that does nothing else. */
export async function bareServer(page: string): Promise<Target> {
  const server = fork(inRoot('bench/pages/bare.ts'), [page]);
  const [{ port }] = await once(server, 'message');
  return {
    id: 'bare',
    name: 'bare `node:http`, the bytes of the explainer',
    url: `http://127.0.0.1:${port}/`,
    pids: async () => (server.pid ? [server.pid] : []),
    async stop() {
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}
