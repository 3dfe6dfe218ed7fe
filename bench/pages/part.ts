import { runStep } from '#platform/process/progress.ts';
import type { BenchContext } from '../context.ts';
import type { Results } from '../results.ts';
import { measureVisits, VISITED_TARGETS } from '../visits/measure.ts';
import { measurePages } from './measure.ts';
import { startTargets } from './start-targets.ts';
import type { PageTarget } from './target.ts';

/** Measures our pages beside those of the peers: under load, and as a phone loads them. */
export async function runPagesPart(
  bench: BenchContext,
): Promise<Pick<Results, 'pages' | 'visits'>> {
  const { parts, generator, plan, probe } = bench;
  const targets: PageTarget[] = [];
  try {
    await runStep('Starting the servers to compare', () => startTargets(bench, targets));
    const pages = parts.has('pages')
      ? await runStep('Measuring page loads', () => measurePages(targets, generator, plan, probe))
      : undefined;
    const visited = targets.filter(({ id }) => VISITED_TARGETS.includes(id));
    const visits = parts.has('visits')
      ? await runStep('Measuring first visits', () => measureVisits(visited, plan.rounds))
      : undefined;
    return { pages, visits };
  } finally {
    for (const { stop } of targets) await stop();
  }
}
