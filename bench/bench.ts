import type { MongoClient } from 'mongodb';
import type { Generator } from './load/generator.ts';
import type { Look } from './machine.ts';
import type { Options } from './options.ts';
import type { Site } from './site.ts';

/** What each part of a run works with. */
export interface Bench extends Options {
  site: Site;
  database: MongoClient;
  generator: Generator;
  look: Look;
  /** Gets a word on each peer that is not at hand. */
  leftOut: string[];
}
