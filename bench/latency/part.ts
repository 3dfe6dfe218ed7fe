import { runStep } from '#platform/process/progress.ts';
import type { BenchContext } from '../context.ts';
import { explainerUrl } from '../pages/explainer.ts';
import { throughcareTarget } from '../submissions/targets/throughcare.ts';
import { type LatencyRow, measureLatency } from './measure.ts';

/** Measures reading the explainer while the same site receives submissions. */
export const runLatencyPart = ({
  site,
  database,
  generator,
  plan,
  probe,
}: BenchContext): Promise<LatencyRow[]> =>
  runStep('Measuring page latency during submissions', () =>
    measureLatency(
      explainerUrl(site.url),
      throughcareTarget(site.url, database),
      generator,
      plan,
      probe,
    ),
  );
