import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from './command.ts';
import { startSite } from './running-site.ts';
import { SEEDED_DATA_VARIABLE } from './seeded-data.ts';

/**
 * Builds what is stale, and creates the data folder on a copy of which `startSite` starts, unless a caller has done so:
 * seeding takes longer than the rest of a start.
 * @returns removes the folder
 * @throws Error if the build or the site fails
 */
export default async function seedData(): Promise<() => Promise<void>> {
  if (!(await runProgram('node', ['src/server/build/build.ts']))) {
    throw new Error('The build failed.');
  }
  if (process.env[SEEDED_DATA_VARIABLE]) return async () => {};
  const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-seeded-'));
  const remove = async () => {
    delete process.env[SEEDED_DATA_VARIABLE];
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const site = await startSite({ DATA_DIR: folder });
    await site.stop();
    // Each site has a cache of its own.
    await rm(path.join(folder, 'edge'), { recursive: true, force: true });
  } catch (error) {
    await remove();
    throw error;
  }
  process.env[SEEDED_DATA_VARIABLE] = folder;
  return remove;
}
