import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type OwnSite, type RunningSite, startSite } from './running-site.ts';

/** What another instance needs to be one of the same site. */
export async function sameSiteAs({ dataDir }: RunningSite): Promise<Record<string, string>> {
  const of = (name: string) => readFile(path.join(dataDir, name), 'utf8');
  return {
    DATABASE_URI: await of('database-uri'),
    PAYLOAD_SECRET: await of('payload-secret'),
    SUPPRESSION_KEY: await of('suppression-key'),
  };
}

/** Another instance of the same site, with an edge and a folder of its own, on the same database. */
export async function secondInstance(first: RunningSite): Promise<OwnSite> {
  const second = await startSite(await sameSiteAs(first));
  onTestFinished(second.stop);
  return { ...second, password: first.password };
}
