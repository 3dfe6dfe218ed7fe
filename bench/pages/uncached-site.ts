import { ROOT } from '#platform/process/root.ts';
import { startNext } from '../next-server.ts';
import { explainerUrl } from './explainer.ts';
import type { PageTarget } from './target.ts';

/** Starts Next without the edge, so without a cache, on the database of the site. */
export async function startUncachedSite(environment: NodeJS.ProcessEnv): Promise<PageTarget> {
  const { url, pid, stop } = await startNext(ROOT, environment, '/readyz');
  return {
    id: 'rendered',
    name: 'Throughcare, the explainer rendered per request (plain `next start`)',
    url: explainerUrl(url),
    pids: async () => [pid],
    stop,
  };
}
