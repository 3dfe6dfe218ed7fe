import { access } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '#platform/process/root.ts';
import { type Running, type Supervised, saysReady, supervise } from './supervise.ts';

/**
 * Its memory is bounded: what lives for one request is looked through before it has grown, and what four
 * threads give back is there for all of them.
 */
const MEMORY = '--max-semi-space-size=8';
const ONE_HEAP = { MALLOC_ARENA_MAX: '1' };

/** Keeps what visitors read, on the public port before the web server. It is up once it listens. */
export const startEdge = (options: Pick<Supervised, 'environment'>): Running =>
  supervise({
    environment: { ...options.environment, ...ONE_HEAP },
    name: 'edge',
    args: [MEMORY, inRoot('src/edge/run.ts')],
    up: saysReady,
  });

/** True if it has kept something in this folder of data before. */
export const hasKeptPages = (folder: string): Promise<boolean> =>
  access(path.join(folder, 'edge/position.json')).then(
    () => true,
    () => false,
  );
