import { step } from '#platform/process/progress.ts';
import type { Bench } from '../bench.ts';
import { explainerOf } from '../pages/ours.ts';
import { ours } from '../submissions/targets/ours.ts';
import { type LatencyRow, measureLatency } from './measure.ts';

/** The explainer is read while requests come in at the same site. */
export const readWhileSent = ({
  site,
  database,
  generator,
  plan,
  look,
}: Bench): Promise<LatencyRow[]> =>
  step('Reading while requests come in', () =>
    measureLatency(explainerOf(site.url), ours(site.url, database), generator, plan, look),
  );
