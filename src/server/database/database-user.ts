import { type Db, MongoClient, MongoServerError } from 'mongodb';
import { DATABASE_USER } from './credentials.ts';

const USER_EXISTS = 51_003;
const AUTHENTICATION_FAILED = 18;

/** Clients may read and write all data. Users, replica set and shutdown are left to the owner of the folder. */
const ROLES = ['readWriteAnyDatabase', 'dbAdminAnyDatabase'];

/**
 * Makes sure that clients can sign in with this password: creates the user in a folder that has none yet, and
 * replaces a password that was lost.
 */
export async function ensureDatabaseUser(admin: Db, port: number, password: string): Promise<void> {
  if (await canSignIn(port, password)) return;
  const user = { pwd: password, roles: ROLES };
  try {
    await admin.command({ createUser: DATABASE_USER, ...user });
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== USER_EXISTS) throw error;
    await admin.command({ updateUser: DATABASE_USER, ...user });
  }
}

async function canSignIn(port: number, password: string): Promise<boolean> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/`, {
    directConnection: true,
    auth: { username: DATABASE_USER, password },
  });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === AUTHENTICATION_FAILED) return false;
    throw error;
  } finally {
    await client.close();
  }
}
