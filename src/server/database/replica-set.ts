import { setTimeout as pause } from 'node:timers/promises';
import { type Db, MongoClient, MongoServerError } from 'mongodb';

export const REPLICA_SET = 'throughcare';

const ALREADY_INITIALIZED = 23;
const PRIMARY_DEADLINE_MS = 30_000;
const POLL_MS = 50;

/** The address by which clients reach the database: all that a durable write needs is said in it. */
export const replicaSetUri = (port: number, database: string): string =>
  `mongodb://127.0.0.1:${port}/${database}?replicaSet=${REPLICA_SET}&w=majority&journal=true`;

/**
 * Makes the server at this port the one member of its replica set, whatever port it had when it last
 * ran, and waits until it takes writes.
 * @throws Error if it is no primary after 30 s
 */
export async function becomePrimary(port: number): Promise<void> {
  const client = await MongoClient.connect(`mongodb://127.0.0.1:${port}/`, {
    directConnection: true,
  });
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
      if (primary) return;
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
