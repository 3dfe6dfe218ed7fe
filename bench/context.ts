import type { MongoClient } from 'mongodb';
import type { LoadGenerator } from './load/generator.ts';
import type { BusyCoresProbe } from './machine.ts';
import type { Options } from './options.ts';
import type { MeasuredSite } from './site.ts';

/** Everything that a part of the benchmark works with. */
export interface BenchContext extends Options {
  site: MeasuredSite;
  database: MongoClient;
  generator: LoadGenerator;
  probe: BusyCoresProbe;
  /** Collects a line for each peer that is not available, with the reason. */
  leftOut: string[];
}
