import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RunningSite } from './running-site.ts';

/** Number of the server of a site's embedded database. */
export const mongodOf = async ({ dataDir }: Pick<RunningSite, 'dataDir'>): Promise<number> =>
  Number(await readFile(path.join(dataDir, 'mongodb/mongod.lock'), 'utf8'));

/**
 * Number of the process that serves a site's pages.
 * @throws Error while there is none
 */
export const webOf = ({ pid }: Pick<RunningSite, 'pid'>): Promise<number> => childOf(pid, /next/);

/**
 * Number of the process that sends a site's messages.
 * @throws Error while there is none
 */
export const workerOf = ({ pid }: Pick<RunningSite, 'pid'>): Promise<number> =>
  childOf(pid, /worker\.ts/);

/**
 * Number of the process that stands before a site's pages.
 * @throws Error while there is none
 */
export const edgeOf = ({ pid }: Pick<RunningSite, 'pid'>): Promise<number> =>
  childOf(pid, /edge\/run\.ts/);

async function childOf(parent: number, command: RegExp): Promise<number> {
  const children = await readFile(`/proc/${parent}/task/${parent}/children`, 'utf8');
  for (const child of children.split(' ').filter(Boolean)) {
    const line = await readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '');
    if (command.test(line)) return Number(child);
  }
  throw new Error(`No process ${command} runs under ${parent}.`);
}

/** Has the process that serves a site's pages answer nothing, until what is given back is called. */
export async function holdWeb(site: RunningSite): Promise<() => Promise<void>> {
  const web = await webOf(site);
  process.kill(web, 'SIGSTOP');
  return async () => {
    process.kill(web, 'SIGCONT');
    while ((await fetch(`${site.url}/readyz`)).status !== 200);
  };
}
