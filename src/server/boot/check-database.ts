import {
  type Document,
  MongoClient,
  type MongoClientOptions,
  MongoServerError,
  MongoServerSelectionError,
  type TopologyDescription,
} from 'mongodb';
import { DURABLE } from '#platform/database/durability.ts';
import { withTimeout } from '#platform/http/timeout.ts';
import { OperatorError } from '#platform/process/operator-error.ts';

const CONNECT_TIMEOUT_MS = 10_000;
const TRANSACTION_TIMEOUT_MS = 10_000;
const AUTHENTICATION_FAILED = 18;

const OPTIONS: MongoClientOptions = {
  ...DURABLE,
  serverSelectionTimeoutMS: CONNECT_TIMEOUT_MS,
  connectTimeoutMS: CONNECT_TIMEOUT_MS,
};

/**
 * Checks that acknowledged writes are durable, before anything is served: the database answers within 10 s, it
 * is a replica set, a write waits for the journal of a majority, and a transaction commits.
 * @throws OperatorError for the first check that fails
 */
export async function checkDatabase(uri: string): Promise<void> {
  const client = createClient(uri);
  try {
    await connect(client);
    requireMajorityWrites(client);
    await tryTransaction(client);
  } finally {
    await client.close(true);
  }
}

function createClient(uri: string): MongoClient {
  try {
    return new MongoClient(uri, OPTIONS);
  } catch (cause) {
    throw new OperatorError('DATABASE_URI is not an address that MongoDB understands.', { cause });
  }
}

async function connect(client: MongoClient): Promise<void> {
  // The driver ignores a server outside the replica set and waits for another one.
  const wrongServer = new Promise<never>((_, reject) => {
    client.on('serverHeartbeatSucceeded', ({ connectionId, reply }) => {
      const why = describeMismatch(reply, client.options.replicaSet);
      if (why) reject(new OperatorError(`The MongoDB at ${connectionId} is ${why}`));
    });
  });
  try {
    await Promise.race([client.connect(), wrongServer]);
  } catch (error) {
    throw error instanceof OperatorError ? error : connectionError(client, error);
  }
  if (!client.options.replicaSet) {
    throw new OperatorError('DATABASE_URI must name its replica set, like ?replicaSet=rs0.');
  }
}

/** Returns why a server with this reply to `hello` cannot be used, or undefined if it can. */
function describeMismatch(hello: Document, replicaSet: string | undefined): string | undefined {
  const { setName, isreplicaset: awaitsInitiation, msg } = hello;
  if (!setName && !awaitsInitiation && msg !== 'isdbgrid') {
    return 'a standalone server without transactions, so submissions could be lost; make it a replica set.';
  }
  if (setName && replicaSet && setName !== replicaSet) {
    return `in the replica set ${setName}, not in ${replicaSet}; correct DATABASE_URI.`;
  }
  return undefined;
}

function connectionError({ options }: MongoClient, cause: unknown): OperatorError {
  const hosts = options.srvHost ?? options.hosts.map(String).join(', ');
  if (cause instanceof MongoServerError && cause.code === AUTHENTICATION_FAILED) {
    return new OperatorError('MongoDB refused the user name or the password in DATABASE_URI.', {
      cause,
    });
  }
  if (cause instanceof MongoServerSelectionError && hasResponsiveServers(cause.reason)) {
    return new OperatorError(
      `The MongoDB at ${hosts} answers, but the replica set ${options.replicaSet} has no primary there.`,
      { cause },
    );
  }
  return new OperatorError(
    `No MongoDB answered at ${hosts} within ${CONNECT_TIMEOUT_MS / 1000} s; start it, or correct DATABASE_URI.`,
    { cause },
  );
}

/**
 * True if every server of the set has answered. The driver drops servers of another replica set from the list and
 * keeps those without a primary.
 */
function hasResponsiveServers(topology: TopologyDescription | undefined): boolean {
  const servers = [...(topology?.servers.values() ?? [])];
  return Boolean(topology) && servers.every(({ type }) => type !== 'Unknown');
}

/** The options of a MongoDB client. Payload has its own version of the driver, so `MongoClient` does not fit both. */
interface ConnectedClient {
  options: { replicaSet?: string; writeConcern?: { w?: unknown; journal?: boolean } };
}

/**
 * Checks that the writes of a client wait for the journal of a majority, and that it uses a replica set.
 * @throws OperatorError if its address asks for less
 */
export function requireMajorityWrites({
  options: { replicaSet, writeConcern },
}: ConnectedClient): void {
  const { w, journal } = DURABLE.writeConcern;
  if (replicaSet && writeConcern?.w === w && writeConcern.journal === journal) return;
  throw new OperatorError(
    'DATABASE_URI must not ask for less than w=majority and journal=true: what was acknowledged could be lost.',
  );
}

/** Inserts and deletes a document in one transaction, so that nothing is left behind. */
async function tryTransaction(client: MongoClient): Promise<void> {
  const session = client.startSession();
  const probes = client.db().collection('boot-checks');
  try {
    const transaction = session.withTransaction(async () => {
      const { insertedId } = await probes.insertOne({ at: new Date() }, { session });
      await probes.deleteOne({ _id: insertedId }, { session });
    }, DURABLE);
    await withTimeout(TRANSACTION_TIMEOUT_MS, transaction);
  } catch (cause) {
    const name = cause instanceof MongoServerError ? (cause.codeName ?? cause.name) : 'no answer';
    throw new OperatorError(`MongoDB did not complete a transaction (${name}).`, { cause });
  } finally {
    await session.endSession();
  }
}
