import { chmod } from 'node:fs/promises';
import path from 'node:path';
import type { MongoClientOptions } from 'mongodb';
import { keptSecret } from '#server/secrets.ts';

/** The user that clients of the embedded database sign in as. */
export const DATABASE_USER = 'throughcare';

const KEY_FILE = 'mongodb-key';
const PASSWORD_FILE = 'mongodb-password';
const PRIVATE = 0o600;

/** What the embedded database is opened by. */
export interface Credentials {
  /** The file by which members of a replica set know each other. */
  keyFile: string;
  /** What it holds. */
  key: string;
  password: string;
}

/** Reads the credentials of the embedded database in a folder of data; makes what is not there. */
export async function credentialsIn(folder: string): Promise<Credentials> {
  const key = await keptSecret(folder, KEY_FILE, 'hex');
  const keyFile = path.join(folder, KEY_FILE);
  // mongod refuses one that others could read, as after a copy of the folder.
  await chmod(keyFile, PRIVATE);
  return { keyFile, key, password: await keptSecret(folder, PASSWORD_FILE) };
}

/**
 * How the owner of the folder signs in: as a member of the replica set, which the key file alone makes us. It
 * works before there is a user, and sets a password that was lost anew.
 */
export const asMember = ({ key }: Pick<Credentials, 'key'>): MongoClientOptions => ({
  directConnection: true,
  auth: { username: '__system', password: key },
  authSource: 'local',
});
