import { type Db, MongoClient, MongoServerError } from 'mongodb';
import { DATABASE_USER } from './credentials.ts';

const USER_EXISTS = 51_003;
const AUTHENTICATION_FAILED = 18;

/** All data, and nothing of the server: its users, its replica set, its end are the owner's. */
const ROLES = ['readWriteAnyDatabase', 'dbAdminAnyDatabase'];

/**
 * Makes sure that clients can sign in with this password. A folder from before there was a user gets one, and
 * where the password was lost, the new one takes its place.
 */
export async function ensureUser(admin: Db, port: number, password: string): Promise<void> {
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
