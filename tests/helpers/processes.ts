import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RunningSite } from './running-site.ts';

/** Returns the process id of a site's embedded `mongod`. */
export const findMongodPid = async ({ dataDir }: Pick<RunningSite, 'dataDir'>): Promise<number> =>
  Number(await readFile(path.join(dataDir, 'mongodb/mongod.lock'), 'utf8'));

/**
 * Returns the process id of a site's web server (Next).
 * @throws Error while it does not run
 */
export const findWebPid = ({ pid }: Pick<RunningSite, 'pid'>): Promise<number> =>
  findChildPid(pid, /next/);

/**
 * Returns the process id of a site's worker.
 * @throws Error while it does not run
 */
export const findWorkerPid = ({ pid }: Pick<RunningSite, 'pid'>): Promise<number> =>
  findChildPid(pid, /worker\.ts/);

/**
 * Returns the process id of a site's edge.
 * @throws Error while it does not run
 */
export const findEdgePid = ({ pid }: Pick<RunningSite, 'pid'>): Promise<number> =>
  findChildPid(pid, /edge\/run\.ts/);

async function findChildPid(parent: number, command: RegExp): Promise<number> {
  const children = await readFile(`/proc/${parent}/task/${parent}/children`, 'utf8');
  for (const child of children.split(' ').filter(Boolean)) {
    const line = await readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '');
    if (command.test(line)) return Number(child);
  }
  throw new Error(`No process ${command} runs under ${parent}.`);
}

/** Suspends a site's web server. @returns a function that resumes it and waits until it is ready */
export async function suspendWeb(site: RunningSite): Promise<() => Promise<void>> {
  const web = await findWebPid(site);
  process.kill(web, 'SIGSTOP');
  return async () => {
    process.kill(web, 'SIGCONT');
    while ((await fetch(`${site.url}/readyz`)).status !== 200);
  };
}
