import { access } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from './root.ts';
import { type Running, type Supervised, saysReady, supervise } from './supervise.ts';

/** Keeps what visitors read, on the public port before the web server. It is up once it listens. */
export const startEdge = (options: Pick<Supervised, 'environment'>): Running =>
  supervise({
    ...options,
    name: 'edge',
    args: [inRoot('src/server/edge/run.ts')],
    up: saysReady,
  });

/** True if it has kept something in this folder of data before. */
export const hasKeptPages = (folder: string): Promise<boolean> =>
  access(path.join(folder, 'edge/position.json')).then(
    () => true,
    () => false,
  );
