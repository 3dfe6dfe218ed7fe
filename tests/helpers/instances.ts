import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type RunningSite, type StartedSite, startSite } from './running-site.ts';

/** Returns the environment with which another instance serves the same site: its database and secrets. */
export async function sharedEnvironment({ dataDir }: RunningSite): Promise<Record<string, string>> {
  const readSetting = (name: string) => readFile(path.join(dataDir, name), 'utf8');
  return {
    DATABASE_URI: await readSetting('database-uri'),
    PAYLOAD_SECRET: await readSetting('payload-secret'),
    SUPPRESSION_KEY: await readSetting('suppression-key'),
  };
}

/** Starts another instance of a site on the same database, with an edge and a data folder of its own. */
export async function startSecondInstance(first: RunningSite): Promise<StartedSite> {
  const second = await startSite(await sharedEnvironment(first));
  onTestFinished(second.stop);
  return { ...second, password: first.password };
}
