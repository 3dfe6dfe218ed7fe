import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findFreePort } from '#platform/process/port.ts';

const POLL_MS = 100;

export interface NextServer {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/**
 * Serves a built application with `next start` on a free port, and waits until it responds.
 * @param readyPath path that responds once the application is ready
 * @throws Error if the process exits before
 */
export async function startNext(
  folder: string,
  environment: NodeJS.ProcessEnv,
  readyPath: string,
): Promise<NextServer> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const next = path.join(folder, 'node_modules/next/dist/bin/next');
  const server = spawn(
    process.execPath,
    [next, 'start', '--hostname', '127.0.0.1', '--port', String(port)],
    { cwd: folder, env: { ...environment, PORT: String(port) }, stdio: 'ignore' },
  );
  const exited = once(server, 'exit');
  while (server.exitCode === null) {
    if (await fetch(url + readyPath).catch(() => undefined)) {
      return {
        url,
        pid: server.pid ?? Number.NaN,
        async stop() {
          server.kill('SIGTERM');
          await exited;
        },
      };
    }
    await pause(POLL_MS);
  }
  throw new Error(`The application in ${folder} did not start.`);
}
