import { withTimeout } from '#platform/http/timeout.ts';
import { hasLiveWorker } from './worker-heartbeats.ts';

const DEADLINE_MS = 4_500;

/** Returns why the site is not ready, in words; undefined if it is ready. Answers within five seconds. */
export const describeOutage = (): Promise<string | undefined> =>
  withTimeout(DEADLINE_MS, hasLiveWorker()).then(
    (isWorking) => (isWorking ? undefined : 'no worker sends messages'),
    () => 'the database is out of reach',
  );
