import { rootPath } from '#platform/process/root.ts';
import {
  type SupervisedProcess,
  type SuperviseOptions,
  supervise,
  waitForReadyMessage,
} from './supervise.ts';

/** Starts the worker, which runs the jobs. It is ready once it sends a message. */
export const startWorker = (
  options: Pick<SuperviseOptions, 'environment' | 'retriesFirstStart'>,
): SupervisedProcess =>
  supervise({
    ...options,
    // Otherwise Payload connects to the hot reload of the development server, which the worker does not need.
    environment: { ...options.environment, DISABLE_PAYLOAD_HMR: 'true' },
    name: 'worker',
    hasLowerPriority: true,
    args: [rootPath('src/server/worker.ts')],
    waitUntilReady: waitForReadyMessage,
  });
