import { ROOT } from '#platform/process/root.ts';
import { startNext } from '../next-server.ts';
import { explainerOf } from './ours.ts';
import type { Target } from './target.ts';

/** Next by itself, with nothing in front that would keep a page, on the database of the site. */
export async function rendered(environment: NodeJS.ProcessEnv): Promise<Target> {
  const { url, pid, stop } = await startNext(ROOT, environment, '/readyz');
  return {
    id: 'rendered',
    name: 'Throughcare, the explainer made at each request (plain `next start`)',
    url: explainerOf(url),
    pids: async () => [pid],
    stop,
  };
}
