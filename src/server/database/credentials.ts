import { chmod } from 'node:fs/promises';
import path from 'node:path';
import type { MongoClientOptions } from 'mongodb';
import { loadOrCreateSecret } from '#server/secrets.ts';

/** The user that clients of the embedded database sign in as. */
export const DATABASE_USER = 'throughcare';

const KEY_FILE = 'mongodb-key';
const PASSWORD_FILE = 'mongodb-password';
const PRIVATE = 0o600;

/** The secrets that open the embedded database. */
export interface Credentials {
  /** Path of the key file, by which members of a replica set authenticate each other. */
  keyFile: string;
  /** Content of the key file. */
  key: string;
  password: string;
}

/** Reads the credentials of the embedded database from the data folder; creates those that are missing. */
export async function loadOrCreateCredentials(folder: string): Promise<Credentials> {
  const key = await loadOrCreateSecret(folder, KEY_FILE, 'hex');
  const keyFile = path.join(folder, KEY_FILE);
  // mongod refuses a key file that others can read, which it may be after the folder was copied.
  await chmod(keyFile, PRIVATE);
  return { keyFile, key, password: await loadOrCreateSecret(folder, PASSWORD_FILE) };
}

/**
 * Returns the client options that sign in as a member of the replica set, by the key file alone. This works before
 * there is a user, and after its password was lost.
 */
export const memberSignIn = ({ key }: Pick<Credentials, 'key'>): MongoClientOptions => ({
  directConnection: true,
  auth: { username: '__system', password: key },
  authSource: 'local',
});
