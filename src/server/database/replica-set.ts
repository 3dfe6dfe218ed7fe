import { setTimeout as pause } from 'node:timers/promises';
import { type Db, MongoClient, MongoServerError } from 'mongodb';
import { asMember, type Credentials, DATABASE_USER } from './credentials.ts';
import { shrinkOplog } from './oplog.ts';
import { ensureUser } from './user.ts';

export const REPLICA_SET = 'throughcare';

const ALREADY_INITIALIZED = 23;
const PRIMARY_DEADLINE_MS = 30_000;
const POLL_MS = 50;

/**
 * The address by which clients reach the database: all that a durable write needs is said in it. It holds the
 * password, so it is written down nowhere that others can read.
 */
export const replicaSetUri = (port: number, database: string, password: string): string =>
  `mongodb://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}?authSource=admin&replicaSet=${REPLICA_SET}&w=majority&journal=true`;

/**
 * Makes the server at this port the one member of its replica set, whatever port it had when it last
 * ran, and waits until it takes writes of those who have the password. Whatever was cut off is taken up again.
 * @throws Error if it is no primary after 30 s
 */
export async function becomePrimary(port: number, credentials: Credentials): Promise<void> {
  const client = await MongoClient.connect(`mongodb://127.0.0.1:${port}/`, asMember(credentials));
  const admin = client.db('admin');
  const deadline = Date.now() + PRIMARY_DEADLINE_MS;
  let cause: unknown;
  try {
    while (Date.now() < deadline) {
      // A server that is moved to another address may close its connections on the way.
      const primary = await isPrimary(admin, `127.0.0.1:${port}`).catch((error: unknown) => {
        cause = error;
        return false;
      });
      if (primary) {
        await shrinkOplog(admin);
        return await ensureUser(admin, port, credentials.password);
      }
      await pause(POLL_MS);
    }
    throw new Error('The database did not become ready within 30 s.', { cause });
  } finally {
    await client.close();
  }
}

async function isPrimary(admin: Db, host: string): Promise<boolean> {
  await initiate(admin, host);
  return (await admin.command({ hello: 1 })).isWritablePrimary;
}

async function initiate(admin: Db, host: string): Promise<void> {
  try {
    await admin.command({
      replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] },
    });
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== ALREADY_INITIALIZED) throw error;
    await moveTo(admin, host);
  }
}

/** The port is another one at each start; a member that is not where its set expects it stays out. */
async function moveTo(admin: Db, host: string): Promise<void> {
  const { config } = await admin.command({ replSetGetConfig: 1 });
  if (config.members[0].host === host) return;
  config.members = [{ ...config.members[0], host }];
  config.version += 1;
  await admin.command({ replSetReconfig: config, force: true });
}
