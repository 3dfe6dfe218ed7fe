import path from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '#platform/process/refusal.ts';
import { inRoot } from '#platform/process/root.ts';
import { PARTS, type Part } from './results.ts';
import type { Plan } from './rounds.ts';

export interface Options {
  plan: Plan;
  parts: Set<Part>;
  /** The folder of the scripts that install and start other systems. */
  peers: string;
  /** Where the results are written; a run of some parts is only shown. */
  out: string | undefined;
}

/** @throws Refusal if an option says what cannot be */
export function options(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '11' },
      seconds: { type: 'string', default: '2' },
      only: { type: 'string' },
      peers: { type: 'string', default: process.env.PEERS_RIG ?? inRoot('../shared/peers') },
      out: { type: 'string' },
    },
  });
  const parts = (values.only?.split(',') ?? PARTS) as Part[];
  const unknown = parts.filter((part) => !PARTS.includes(part));
  if (unknown.length > 0) throw new Refusal(`--only takes ${PARTS.join(', ')}; not ${unknown}.`);
  return {
    plan: { rounds: number(values.rounds), seconds: number(values.seconds) },
    parts: new Set(parts),
    peers: path.resolve(values.peers),
    out: values.out ?? (values.only ? undefined : inRoot('bench')),
  };
}

function number(said: string): number {
  const value = Number(said);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Refusal(`--rounds and --seconds take a whole number above 0; not ${said}.`);
}
