import { access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { OperatorError } from '#platform/process/operator-error.ts';

/** The parts that we use of the scripts that install and start the peers. Their README describes them. */
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
 * Loads the scripts in a folder. The peers are installed in PEERS_DIR.
 * @throws OperatorError if the folder has no scripts, or no peers are installed
 */
export async function openRig(folder: string): Promise<Rig> {
  const installed = process.env.PEERS_DIR ?? path.join(tmpdir(), 'peers');
  await access(path.join(folder, 'targets.mjs')).catch(() => {
    throw new OperatorError(`There are no scripts for peers in ${folder}.`);
  });
  await access(path.join(installed, 'state.json')).catch(() => {
    throw new OperatorError(`No peers are installed in ${installed}.`);
  });
  const importScript = (name: string) => import(pathToFileURL(path.join(folder, name)).href);
  const [lib, { systems, listTargets }, { url }, article] = await Promise.all([
    importScript('lib.mjs'),
    importScript('targets.mjs'),
    importScript('systems/mongo.mjs'),
    importScript('article.mjs'),
  ]);
  return { lib, systems, databaseUri: url, targets: listTargets, article };
}

/** Returns a target of the rig. @throws OperatorError with the reason, if its system is not installed */
export function findRigTarget({ lib, targets }: Rig, system: string, id: string): RigTarget {
  const target = targets().find((candidate) => candidate.id === id);
  if (target) return target;
  throw new OperatorError(
    lib.state()[system]?.failed?.split('\n')[0] ?? `${system} is not installed.`,
  );
}

/** Returns the ids of the processes of a running system. */
export const pidsOf = ({ lib, systems }: Rig, system: string): number[] =>
  (systems[system]?.procs ?? []).map(lib.pidOf).filter((pid) => pid !== null);

export async function stopSystem({ lib, systems }: Rig, system: string): Promise<void> {
  for (const name of systems[system]?.procs.toReversed() ?? []) await lib.stop(name);
}
