import { step } from '#platform/process/progress.ts';
import type { Bench } from '../bench.ts';
import type { Results } from '../results.ts';
import { measureVisits, VISITED } from '../visits/measure.ts';
import { measurePages } from './measure.ts';
import { openPages } from './open.ts';
import type { Target } from './target.ts';

/** Pages beside those of others: under load, and as a phone loads them. */
export async function comparePages(bench: Bench): Promise<Pick<Results, 'pages' | 'visits'>> {
  const { parts, generator, plan, look } = bench;
  const targets: Target[] = [];
  try {
    await step('Starting what is compared', () => openPages(bench, targets));
    const pages = parts.has('pages')
      ? await step('Reading', () => measurePages(targets, generator, plan, look))
      : undefined;
    const visited = targets.filter(({ id }) => VISITED.includes(id));
    const visits = parts.has('visits')
      ? await step('Visiting', () => measureVisits(visited, plan.rounds))
      : undefined;
    return { pages, visits };
  } finally {
    for (const { stop } of targets) await stop();
  }
}
