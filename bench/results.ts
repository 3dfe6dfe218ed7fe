import type { LatencyRow } from './latency/measure.ts';
import type { Machine } from './machine.ts';
import type { PageRow } from './pages/measure.ts';
import type { Plan } from './rounds.ts';
import type { SearchFigures } from './search/measure.ts';
import type { ColdStart } from './start/measure.ts';
import type { Row } from './submissions/measure.ts';
import type { Visit } from './visits/measure.ts';

export const PARTS = ['pages', 'visits', 'latency', 'submissions', 'search', 'start'] as const;
export type Part = (typeof PARTS)[number];

/** All that one run has measured. */
export interface Results {
  at: string;
  machine: Machine;
  plan: Plan;
  /** What asked for the pages. */
  generator: string;
  /** Peers that could not be measured here, and why. */
  leftOut: string[];
  pages?: PageRow[];
  visits?: Visit[];
  latency?: LatencyRow[];
  submissions?: Row[];
  search?: SearchFigures;
  start?: ColdStart;
}
