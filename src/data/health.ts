import { within } from '#platform/http/deadline.ts';
import { isBeating } from './worker-beats.ts';

const DEADLINE_MS = 4_500;

/** What keeps the site from doing its work now, in words; undefined if nothing does. Known within five seconds. */
export const whatIsMissing = (): Promise<string | undefined> =>
  within(DEADLINE_MS, isBeating()).then(
    (works) => (works ? undefined : 'no worker sends messages'),
    () => 'the database is out of reach',
  );
