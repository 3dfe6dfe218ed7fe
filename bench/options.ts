import path from 'node:path';
import { parseArgs } from 'node:util';
import { OperatorError } from '#platform/process/operator-error.ts';
import { rootPath } from '#platform/process/root.ts';
import { PARTS, type Part } from './results.ts';
import type { Plan } from './rounds.ts';

export interface Options {
  plan: Plan;
  parts: Set<Part>;
  /** Folder of the scripts that install and start the peers. */
  peers: string;
  /** Folder for the results; undefined for a run of some parts, which is only printed. */
  out: string | undefined;
}

/**
 * Parses the options of `npm run bench --`.
 * @throws OperatorError if a value is invalid
 */
export function parseOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '11' },
      seconds: { type: 'string', default: '2' },
      only: { type: 'string' },
      peers: { type: 'string', default: process.env.PEERS_RIG ?? rootPath('../shared/peers') },
      out: { type: 'string' },
    },
  });
  const parts = (values.only?.split(',') ?? PARTS) as Part[];
  const unknown = parts.filter((part) => !PARTS.includes(part));
  if (unknown.length > 0)
    throw new OperatorError(`--only takes ${PARTS.join(', ')}; not ${unknown}.`);
  return {
    plan: { rounds: parseCount(values.rounds), seconds: parseCount(values.seconds) },
    parts: new Set(parts),
    peers: path.resolve(values.peers),
    out: values.out ?? (values.only ? undefined : rootPath('bench')),
  };
}

function parseCount(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new OperatorError(`--rounds and --seconds take a whole number above 0; not ${text}.`);
}
