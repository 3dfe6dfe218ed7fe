import {
  type Document,
  MongoClient,
  type MongoClientOptions,
  MongoServerError,
  MongoServerSelectionError,
  type TopologyDescription,
} from 'mongodb';
import { DURABLE } from '#platform/database/durability.ts';
import { within } from '#platform/http/deadline.ts';
import { Refusal } from '#platform/process/refusal.ts';

const REACH_MS = 10_000;
const TRANSACTION_MS = 10_000;
const AUTHENTICATION_FAILED = 18;

const OPTIONS: MongoClientOptions = {
  ...DURABLE,
  serverSelectionTimeoutMS: REACH_MS,
  connectTimeoutMS: REACH_MS,
};

/**
 * Makes sure, before anything is served, that the database keeps what it acknowledges: it answers
 * within 10 s, it is a replica set, a write waits for a majority's journal, and a transaction goes
 * through.
 * @throws Refusal at the first that is not so
 */
export async function checkDatabase(uri: string): Promise<void> {
  const client = open(uri);
  try {
    await reach(client);
    refuseWeakWrites(client);
    await tryTransaction(client);
  } finally {
    await client.close(true);
  }
}

function open(uri: string): MongoClient {
  try {
    return new MongoClient(uri, OPTIONS);
  } catch (cause) {
    throw new Refusal('DATABASE_URI is not an address that MongoDB understands.', { cause });
  }
}

async function reach(client: MongoClient): Promise<void> {
  // The driver does not give up on a server that is none of the set: it waits for one that is.
  const stranger = new Promise<never>((_, reject) => {
    client.on('serverHeartbeatSucceeded', ({ connectionId, reply }) => {
      const why = strange(reply, client.options.replicaSet);
      if (why) reject(new Refusal(`The MongoDB at ${connectionId} is ${why}`));
    });
  });
  try {
    await Promise.race([client.connect(), stranger]);
  } catch (error) {
    throw error instanceof Refusal ? error : unreachable(client, error);
  }
  if (!client.options.replicaSet) {
    throw new Refusal('DATABASE_URI must name its replica set, like ?replicaSet=rs0.');
  }
}

/** Why a server that greets like this is not the one that was meant, if it is not. */
function strange(hello: Document, replicaSet: string | undefined): string | undefined {
  const { setName, isreplicaset: begun, msg } = hello;
  if (!setName && !begun && msg !== 'isdbgrid') {
    return 'a standalone server, without transactions requests could be lost; make it a replica set.';
  }
  if (setName && replicaSet && setName !== replicaSet) {
    return `in the replica set ${setName}, not in ${replicaSet}; correct DATABASE_URI.`;
  }
  return undefined;
}

function unreachable({ options }: MongoClient, cause: unknown): Refusal {
  const hosts = options.srvHost ?? options.hosts.map(String).join(', ');
  if (cause instanceof MongoServerError && cause.code === AUTHENTICATION_FAILED) {
    return new Refusal('MongoDB refused the user name or the password in DATABASE_URI.', { cause });
  }
  if (cause instanceof MongoServerSelectionError && answered(cause.reason)) {
    return new Refusal(
      `The MongoDB at ${hosts} answers, but the replica set ${options.replicaSet} has no primary there.`,
      { cause },
    );
  }
  return new Refusal(
    `No MongoDB answered at ${hosts} within ${REACH_MS / 1000} s; start it, or correct DATABASE_URI.`,
    { cause },
  );
}

/** A server of another replica set is dropped from the list, one without a primary stays in it. */
function answered(topology: TopologyDescription | undefined): boolean {
  const servers = [...(topology?.servers.values() ?? [])];
  return Boolean(topology) && servers.every(({ type }) => type !== 'Unknown');
}

/** How a client of MongoDB was set up, whichever version of the driver it is of. */
interface Connected {
  options: { replicaSet?: string; writeConcern?: { w?: unknown; journal?: boolean } };
}

/**
 * Makes sure that a client waits for a majority's journal, and that its transactions are not off.
 * @throws Refusal if the address makes it do less
 */
export function refuseWeakWrites({ options: { replicaSet, writeConcern } }: Connected): void {
  const { w, journal } = DURABLE.writeConcern;
  if (replicaSet && writeConcern?.w === w && writeConcern.journal === journal) return;
  throw new Refusal(
    'DATABASE_URI must not ask for less than w=majority and journal=true: what was acknowledged could be lost.',
  );
}

/** Writes and removes a document in one transaction, so that nothing stays behind. */
async function tryTransaction(client: MongoClient): Promise<void> {
  const session = client.startSession();
  const probes = client.db().collection('boot-checks');
  try {
    const transaction = session.withTransaction(async () => {
      const { insertedId } = await probes.insertOne({ at: new Date() }, { session });
      await probes.deleteOne({ _id: insertedId }, { session });
    }, DURABLE);
    await within(TRANSACTION_MS, transaction);
  } catch (cause) {
    const name = cause instanceof MongoServerError ? (cause.codeName ?? cause.name) : 'no answer';
    throw new Refusal(`MongoDB did not complete a transaction (${name}).`, { cause });
  } finally {
    await session.endSession();
  }
}
