import type { LatencyRow } from './latency/measure.ts';
import type { Machine } from './machine.ts';
import type { PageRow } from './pages/measure.ts';
import type { Plan } from './rounds.ts';
import type { SearchFigures } from './search/measure.ts';
import type { ColdStart } from './start/measure.ts';
import type { SubmissionRow } from './submissions/measure.ts';
import type { Visit } from './visits/measure.ts';

export const PARTS = ['pages', 'visits', 'latency', 'submissions', 'search', 'start'] as const;
export type Part = (typeof PARTS)[number];

/** The results of one run. They are written to results.json. */
export interface Results {
  at: string;
  machine: Machine;
  plan: Plan;
  /** Name of the load generator. */
  generator: string;
  /** Peers that were not available, with the reasons. */
  leftOut: string[];
  pages?: PageRow[];
  visits?: Visit[];
  latency?: LatencyRow[];
  submissions?: SubmissionRow[];
  search?: SearchFigures;
  start?: ColdStart;
}
