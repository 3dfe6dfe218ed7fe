import { setTimeout as pause } from 'node:timers/promises';
import { type Db, MongoClient, MongoServerError } from 'mongodb';
import { type Credentials, DATABASE_USER, memberSignIn } from './credentials.ts';
import { ensureDatabaseUser } from './database-user.ts';
import { shrinkOplog } from './oplog.ts';

export const REPLICA_SET = 'throughcare';

const ALREADY_INITIALIZED = 23;
const PRIMARY_DEADLINE_MS = 30_000;
const POLL_MS = 50;

/**
 * Returns the connection string for clients, with a durable write concern. It contains the password, so store it only
 * where nobody else can read it.
 */
export const replicaSetUri = (port: number, database: string, password: string): string =>
  `mongodb://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}?authSource=admin&replicaSet=${REPLICA_SET}&w=majority&journal=true`;

/**
 * Makes the server at this port the only member of its replica set, even if it last ran on another port, and waits
 * until it is primary and clients can sign in with the password. Safe to repeat after an interruption.
 * @throws Error if it is not primary after 30 s
 */
export async function preparePrimary(port: number, credentials: Credentials): Promise<void> {
  // The first command connects.
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/`, memberSignIn(credentials));
  const admin = client.db('admin');
  const deadline = Date.now() + PRIMARY_DEADLINE_MS;
  let cause: unknown;
  try {
    while (Date.now() < deadline) {
      // While its address in the replica set changes, the server closes connections: when it finds that it is not at the
      // old one, and even after it called itself primary.
      try {
        if (await isPrimary(admin, `127.0.0.1:${port}`)) {
          await shrinkOplog(admin);
          return await ensureDatabaseUser(admin, port, credentials.password);
        }
      } catch (error) {
        cause = error;
      }
      await pause(POLL_MS);
    }
    const reason = cause instanceof Error ? `: ${cause.message}` : '.';
    throw new Error(`The database did not become ready within 30 s${reason}`, { cause });
  } finally {
    await client.close();
  }
}

async function isPrimary(admin: Db, host: string): Promise<boolean> {
  await initiateOrMove(admin, host);
  return (await admin.command({ hello: 1 })).isWritablePrimary;
}

async function initiateOrMove(admin: Db, host: string): Promise<void> {
  try {
    await admin.command({
      replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] },
    });
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== ALREADY_INITIALIZED) throw error;
    await moveMember(admin, host);
  }
}

/** Updates the address in the replica set: the port differs at each start, and at another address a member stays out. */
async function moveMember(admin: Db, host: string): Promise<void> {
  const { config } = await admin.command({ replSetGetConfig: 1 });
  if (config.members[0].host === host) return;
  config.members = [{ ...config.members[0], host }];
  config.version += 1;
  await admin.command({ replSetReconfig: config, force: true });
}
