import { inRoot } from '#platform/process/root.ts';
import { type Running, type Supervised, saysReady, supervise } from './supervise.ts';

/** Sends what is in the outbox, beside the web server. It is up once it says so. */
export const startWorker = (options: Pick<Supervised, 'environment' | 'keepsTrying'>): Running =>
  supervise({
    ...options,
    // Payload listens to the development server otherwise, which has nothing to say to the worker.
    environment: { ...options.environment, DISABLE_PAYLOAD_HMR: 'true' },
    name: 'worker',
    givesWay: true,
    args: [inRoot('src/server/worker.ts')],
    up: saysReady,
  });
