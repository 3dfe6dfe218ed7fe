import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { memberSignIn } from '#server/database/credentials.ts';
import {
  type EmbeddedDatabase,
  startEmbeddedDatabase,
} from '#server/database/embedded-database.ts';
import { findMongod } from '#server/database/find-mongod.ts';
import { commandEnv, ROOT } from '#tests/helpers/command.ts';
import { startPasswordlessDatabase } from '#tests/helpers/passwordless-database.ts';
import { mountSmallVolume } from '#tests/helpers/small-volume.ts';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';

let folder: string;
const running: EmbeddedDatabase[] = [];
const owners: ChildProcess[] = [];

beforeEach(async () => {
  folder = await createTemporaryFolder();
});
afterEach(async () => {
  for (const owner of owners.splice(0)) owner.kill('SIGKILL');
  for (const database of running.splice(0)) await database.stop();
});

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({
    mongod: await findMongod(process.env.MONGOD_BINARY),
    dataDir: folder,
    name: 'throughcare',
  });
  running.push(database);
  return database;
}

/** Starts the database in a process that can be killed. `nextLine` returns the next line that it prints. */
function launchOwner(): { owner: ChildProcess; nextLine: () => Promise<string> } {
  const owner = spawn(process.execPath, ['tests/int/server/database-owner.ts', folder], {
    cwd: ROOT,
    env: commandEnv(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  owners.push(owner);
  const lines = createInterface({ input: owner.stdout })[Symbol.asyncIterator]();
  return { owner, nextLine: async () => String((await lines.next()).value) };
}

async function startOwner(): Promise<{ owner: ChildProcess; uri: string }> {
  const { owner, nextLine } = launchOwner();
  return { owner, uri: await nextLine() };
}

/** Size of the oplog of the running database in MiB. */
async function readOplogMib(): Promise<number> {
  const key = await readFile(path.join(folder, 'mongodb-key'), 'utf8');
  const port = new URL(running.at(-1)?.uri ?? '').port;
  const client = await MongoClient.connect(`mongodb://127.0.0.1:${port}/`, memberSignIn({ key }));
  try {
    const { maxSize } = await client.db('local').command({ collStats: 'oplog.rs' });
    return maxSize / 1024 / 1024;
  } finally {
    await client.close();
  }
}

const readMongodPid = async () =>
  Number(await readFile(path.join(folder, 'mongodb/mongod.lock'), 'utf8'));

async function withNotes<T>(
  uri: string,
  work: (notes: ReturnType<typeof notesOf>) => Promise<T>,
): Promise<T> {
  const client = await MongoClient.connect(uri);
  try {
    return await work(notesOf(client));
  } finally {
    await client.close();
  }
}
const notesOf = (client: MongoClient) => client.db().collection<{ _id: number }>('notes');

const write = (uri: string, _id: number) => withNotes(uri, (notes) => notes.insertOne({ _id }));
const read = (uri: string) =>
  withNotes(uri, async (notes) =>
    (await notes.find().sort({ _id: 1 }).toArray()).map((n) => n._id),
  );

it('keeps its data over a restart', async () => {
  const first = await start();
  await write(first.uri, 1);
  await first.stop();
  running.length = 0;
  expect(await read((await start()).uri)).toEqual([1]);
});

it('restarts at the same address, with all data, when mongod is killed', async () => {
  const { uri } = await start();
  await write(uri, 1);
  process.kill(await readMongodPid(), 'SIGKILL');
  expect(await read(uri)).toEqual([1]);
  await write(uri, 2);
  expect(await read(uri)).toEqual([1, 2]);
});

it('requires its password, which only its owner can read, and has a small oplog', async () => {
  const { uri } = await start();
  await write(uri, 1);
  const { host } = new URL(uri);
  const stranger = await MongoClient.connect(`mongodb://${host}/?directConnection=true`);
  try {
    const user = { createUser: 'stranger', pwd: 'known to a stranger', roles: ['root'] };
    const tries = await Promise.allSettled([
      stranger.db('admin').command({ listDatabases: 1 }),
      stranger.db('throughcare').collection('notes').findOne(),
      stranger.db('local').collection('oplog.rs').findOne(),
      stranger.db('admin').command(user),
      stranger.db('admin').command({ replSetGetConfig: 1 }),
    ]);
    expect(tries.map((result) => result.status === 'rejected' && result.reason.codeName)).toEqual(
      tries.map(() => 'Unauthorized'),
    );
  } finally {
    await stranger.close();
  }
  for (const name of ['mongodb-key', 'mongodb-password']) {
    expect([name, (await stat(path.join(folder, name))).mode & 0o777]).toEqual([name, 0o600]);
  }
  expect(await readOplogMib()).toBe(64);
});

it('replaces a key and a password that were lost', async () => {
  const first = await start();
  await write(first.uri, 1);
  await first.stop();
  running.length = 0;
  await rm(path.join(folder, 'mongodb-key'));
  await writeFile(path.join(folder, 'mongodb-password'), 'another password', { mode: 0o644 });
  const { uri } = await start();
  expect(uri).not.toBe(first.uri);
  expect(await read(uri)).toEqual([1]);
  await expect(read(first.uri.replace(/@[^/]+/, `@${new URL(uri).host}`))).rejects.toThrow(
    'Authentication failed',
  );
});

it('takes over a folder without a password, and shrinks its oplog', async () => {
  const passwordless = await startPasswordlessDatabase(folder);
  await notesOf(passwordless.client).insertOne({ _id: 7 });
  await passwordless.stop();
  const { uri } = await start();
  expect(await read(uri)).toEqual([7]);
  await write(uri, 8);
  expect(await read(uri)).toEqual([7, 8]);
  expect(await readOplogMib()).toBe(990);
});

it('restarts when it is killed again during a restart', async () => {
  const { uri } = await start();
  await write(uri, 1);
  const first = await readMongodPid();
  process.kill(first, 'SIGKILL');
  const next = async () => (await readMongodPid()) || first;
  await expect.poll(next, { interval: 1, timeout: 10_000 }).not.toBe(first);
  process.kill(await readMongodPid(), 'SIGKILL');
  expect(await read(uri)).toEqual([1]);
});

it('lets go of the open transactions of a dead process within seconds', async () => {
  const { uri } = await start();
  const abandoned = await MongoClient.connect(uri);
  const client = await MongoClient.connect(uri);
  try {
    await client.db().createCollection('notes');
    const session = abandoned.startSession();
    session.startTransaction();
    await abandoned
      .db()
      .collection<{ _id: string }>('notes')
      .insertOne({ _id: 'same' }, { session });

    const began = performance.now();
    await expect(writeSame()).rejects.toMatchObject({ code: 112 });
    await expect.poll(writeSame, { timeout: 40_000, interval: 500 }).toBe('same');
    console.log(`Writes were blocked for ${Math.round((performance.now() - began) / 1000)} s.`);
  } finally {
    await Promise.all([abandoned.close(), client.close()]);
  }

  function writeSame() {
    return client.withSession(async (session) => {
      session.startTransaction();
      const notes = client.db().collection<{ _id: string }>('notes');
      const { insertedId } = await notes.insertOne({ _id: 'same' }, { session });
      await session.commitTransaction();
      return insertedId;
    });
  }
}, 60_000);

it('rejects a second owner', async () => {
  const { owner } = await startOwner();
  await expect(start()).rejects.toThrow(`Another process (${owner.pid}) is using ${folder}`);
});

it('has all acknowledged writes after its owner was killed', async () => {
  const { owner, uri } = await startOwner();
  await write(uri, 1);
  const pid = await readMongodPid();
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  expect(await read((await start()).uri)).toEqual([1]);
  expect(await readMongodPid()).not.toBe(pid);
});

it('has all acknowledged writes after the whole process tree was killed', async () => {
  const { owner, uri } = await startOwner();
  await write(uri, 1);
  const pid = await readMongodPid();
  owner.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  await once(owner, 'exit');
  expect(await read((await start()).uri)).toEqual([1]);
});

it('waits for an earlier server that still has the files open', async () => {
  const { owner, uri } = await startOwner();
  await write(uri, 1);
  const pid = await readMongodPid();
  // As if that server were just dying: its id is no longer in the lock file, and the files are still locked.
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  process.kill(pid, 'SIGSTOP');
  await truncate(path.join(folder, 'mongodb/mongod.lock'));
  const { nextLine } = launchOwner();
  expect(await nextLine()).toContain('Another server has the files of the database open');
  process.kill(pid, 'SIGKILL');
  expect(await read(await nextLine())).toEqual([1]);
});

it('reports a full disk, and restarts by itself once there is room', async (context) => {
  const volume = await mountSmallVolume(folder, 450, context);
  const { owner, nextLine } = launchOwner();
  const uri = await nextLine();
  await write(uri, 1);
  volume.keepFull();
  // It can start once more with the room that is left in its journal.
  for (
    let line = 'is back';
    !line.includes('(no space is left on the disk)');
    line = await nextLine()
  ) {
    if (line.includes('is back')) process.kill(await readMongodPid(), 'SIGKILL');
  }
  await volume.free();
  expect(await read(uri)).toEqual([1]);
  owner.kill('SIGKILL');
  await once(owner, 'exit');
}, 90_000);
