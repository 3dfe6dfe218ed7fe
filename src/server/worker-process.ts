import type { ChildProcess } from 'node:child_process';
import { inRoot } from './root.ts';
import { type Running, type Supervised, supervise } from './supervise.ts';

/** Sends what is in the outbox, beside the web server. It is up once it says so. */
export const startWorker = (options: Pick<Supervised, 'environment' | 'onLost'>): Running =>
  supervise({
    ...options,
    // Payload listens to the development server otherwise, which has nothing to say to the worker.
    environment: { ...options.environment, DISABLE_PAYLOAD_HMR: 'true' },
    name: 'worker',
    args: [inRoot('src/server/worker.ts')],
    up: saysReady,
  });

const saysReady = (child: ChildProcess): Promise<boolean> =>
  new Promise((resolve) => {
    child.once('message', () => resolve(true));
    child.once('exit', () => resolve(false));
  });
