import { access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '#platform/process/refusal.ts';

/** What we use of the scripts that install and start other systems on this machine; their README says more. */
export interface Rig {
  lib: {
    at(...names: string[]): string;
    state(): Record<string, { failed?: string; post?: string } | undefined>;
    start(name: string, command: string, args: string[], options: object): number;
    stop(name: string): Promise<void>;
    pidOf(name: string): number | null;
    waitFor(what: string, ready: () => Promise<boolean>, ms: number): Promise<number>;
    ok(url: string): () => Promise<boolean>;
  };
  systems: Record<string, { procs: string[]; up(): Promise<void> } | undefined>;
  databaseUri(name: string): string;
  targets(): RigTarget[];
  article: { title: string; slug: string; lexical(): object };
}

export interface RigTarget {
  id: string;
  label: string;
  base: string;
  article: string;
  dynamic?: string;
}

/**
 * Opens the scripts in a folder. They keep what they install in PEERS_DIR.
 * @throws Refusal if there are none, or nothing is installed
 */
export async function openRig(folder: string): Promise<Rig> {
  const installed = process.env.PEERS_DIR ?? path.join(tmpdir(), 'peers');
  await access(path.join(folder, 'targets.mjs')).catch(() => {
    throw new Refusal(`There are no scripts for peers in ${folder}.`);
  });
  await access(path.join(installed, 'state.json')).catch(() => {
    throw new Refusal(`No peers are installed in ${installed}.`);
  });
  const part = (name: string) => import(pathToFileURL(path.join(folder, name)).href);
  const [lib, { systems, listTargets }, { url }, article] = await Promise.all([
    part('lib.mjs'),
    part('targets.mjs'),
    part('systems/mongo.mjs'),
    part('article.mjs'),
  ]);
  return { lib, systems, databaseUri: url, targets: listTargets, article };
}

/** @throws Refusal with the reason, if it is not installed */
export function rigTarget({ lib, targets }: Rig, system: string, id: string): RigTarget {
  const found = targets().find((target) => target.id === id);
  if (found) return found;
  throw new Refusal(lib.state()[system]?.failed?.split('\n')[0] ?? `${system} is not installed.`);
}

/** The processes of a system that runs. */
export const pidsOf = ({ lib, systems }: Rig, system: string): number[] =>
  (systems[system]?.procs ?? []).map(lib.pidOf).filter((pid) => pid !== null);

export async function stopSystem({ lib, systems }: Rig, system: string): Promise<void> {
  for (const name of systems[system]?.procs.toReversed() ?? []) await lib.stop(name);
}
