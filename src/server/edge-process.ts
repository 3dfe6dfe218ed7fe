import { access } from 'node:fs/promises';
import path from 'node:path';
import { rootPath } from '#platform/process/root.ts';
import {
  type SupervisedProcess,
  type SuperviseOptions,
  supervise,
  waitForReadyMessage,
} from './supervise.ts';

/**
 * These bound the memory of the edge: a small young generation collects the garbage of requests early, and one malloc
 * arena lets all threads reuse freed memory.
 */
const MEMORY_FLAG = '--max-semi-space-size=8';
const SINGLE_ARENA = { MALLOC_ARENA_MAX: '1' };

/** Starts the edge, the HTTP cache on the public port in front of the web server. It is ready once it listens. */
export const startEdge = (options: Pick<SuperviseOptions, 'environment'>): SupervisedProcess =>
  supervise({
    environment: { ...options.environment, ...SINGLE_ARENA },
    name: 'edge',
    args: [MEMORY_FLAG, rootPath('src/edge/run.ts')],
    waitUntilReady: waitForReadyMessage,
  });

/** True if an edge has stored pages in this data folder before. */
export const hasCachedPages = (folder: string): Promise<boolean> =>
  access(path.join(folder, 'edge/position.json')).then(
    () => true,
    () => false,
  );
