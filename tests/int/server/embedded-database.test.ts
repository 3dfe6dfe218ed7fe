import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { asMember } from '#server/database/credentials.ts';
import {
  type EmbeddedDatabase,
  startEmbeddedDatabase,
} from '#server/database/embedded-database.ts';
import { findMongod } from '#server/database/find-mongod.ts';
import { commandEnv, ROOT } from '#tests/helpers/command.ts';
import { olderDatabase } from '#tests/helpers/older-database.ts';
import { smallVolume } from '#tests/helpers/small-volume.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

let folder: string;
const running: EmbeddedDatabase[] = [];
const owners: ChildProcess[] = [];

beforeEach(async () => {
  folder = await temporaryFolder();
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

/** A process of its own that starts the database, to be killed; and what it says. */
function launchOwner(): { owner: ChildProcess; says: () => Promise<string> } {
  const owner = spawn(process.execPath, ['tests/int/server/owner.ts', folder], {
    cwd: ROOT,
    env: commandEnv(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  owners.push(owner);
  const lines = createInterface({ input: owner.stdout })[Symbol.asyncIterator]();
  return { owner, says: async () => String((await lines.next()).value) };
}

async function startOwner(): Promise<{ owner: ChildProcess; uri: string }> {
  const { owner, says } = launchOwner();
  return { owner, uri: await says() };
}

async function oplogMib(): Promise<number> {
  const key = await readFile(path.join(folder, 'mongodb-key'), 'utf8');
  const port = new URL(running.at(-1)?.uri ?? '').port;
  const client = await MongoClient.connect(`mongodb://127.0.0.1:${port}/`, asMember({ key }));
  try {
    const { maxSize } = await client.db('local').command({ collStats: 'oplog.rs' });
    return maxSize / 1024 / 1024;
  } finally {
    await client.close();
  }
}

const mongodPid = async () =>
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

it('keeps what was written over a stop and a start', async () => {
  const first = await start();
  await write(first.uri, 1);
  await first.stop();
  running.length = 0;
  expect(await read((await start()).uri)).toEqual([1]);
});

it('comes back at the same address, with everything, when mongod is killed', async () => {
  const { uri } = await start();
  await write(uri, 1);
  process.kill(await mongodPid(), 'SIGKILL');
  expect(await read(uri)).toEqual([1]);
  await write(uri, 2);
  expect(await read(uri)).toEqual([1, 2]);
});

it('answers nobody without its password, which only its owner can read, and keeps a small log', async () => {
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
    expect(tries.map((one) => one.status === 'rejected' && one.reason.codeName)).toEqual(
      tries.map(() => 'Unauthorized'),
    );
  } finally {
    await stranger.close();
  }
  for (const name of ['mongodb-key', 'mongodb-password']) {
    expect([name, (await stat(path.join(folder, name))).mode & 0o777]).toEqual([name, 0o600]);
  }
  expect(await oplogMib()).toBe(64);
});

it('opens with a new key and a new password where they were lost', async () => {
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

it('takes over a folder from before there was a password, and makes its log small', async () => {
  const older = await olderDatabase(folder);
  await notesOf(older.client).insertOne({ _id: 7 });
  await older.stop();
  const { uri } = await start();
  expect(await read(uri)).toEqual([7]);
  await write(uri, 8);
  expect(await read(uri)).toEqual([7, 8]);
  expect(await oplogMib()).toBe(990);
});

it('comes back when it is killed again before it takes writes', async () => {
  const { uri } = await start();
  await write(uri, 1);
  const first = await mongodPid();
  process.kill(first, 'SIGKILL');
  const next = async () => (await mongodPid()) || first;
  await expect.poll(next, { interval: 1, timeout: 10_000 }).not.toBe(first);
  process.kill(await mongodPid(), 'SIGKILL');
  expect(await read(uri)).toEqual([1]);
});

it('what a process left open as it died keeps the same write out for seconds, not for a minute', async () => {
  const { uri } = await start();
  const gone = await MongoClient.connect(uri);
  const client = await MongoClient.connect(uri);
  try {
    await client.db().createCollection('notes');
    const session = gone.startSession();
    session.startTransaction();
    await gone.db().collection<{ _id: string }>('notes').insertOne({ _id: 'same' }, { session });

    const began = performance.now();
    await expect(writeSame()).rejects.toMatchObject({ code: 112 });
    await expect.poll(writeSame, { timeout: 40_000, interval: 500 }).toBe('same');
    console.log(`Kept out for ${Math.round((performance.now() - began) / 1000)} s.`);
  } finally {
    await Promise.all([gone.close(), client.close()]);
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

it('is refused to a second owner', async () => {
  const { owner } = await startOwner();
  await expect(start()).rejects.toThrow(`Another process (${owner.pid}) is using ${folder}`);
});

it('has everything that was acknowledged when its owner was killed', async () => {
  const { owner, uri } = await startOwner();
  await write(uri, 1);
  const pid = await mongodPid();
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  expect(await read((await start()).uri)).toEqual([1]);
  expect(await mongodPid()).not.toBe(pid);
});

it('has everything that was acknowledged when the whole tree was killed', async () => {
  const { owner, uri } = await startOwner();
  await write(uri, 1);
  const pid = await mongodPid();
  owner.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  await once(owner, 'exit');
  expect(await read((await start()).uri)).toEqual([1]);
});

it('waits for a server that has not let go of the files yet', async () => {
  const { owner, uri } = await startOwner();
  await write(uri, 1);
  const pid = await mongodPid();
  // As of one that dies: nothing tells any more whose the files are, and they are locked.
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  process.kill(pid, 'SIGSTOP');
  await truncate(path.join(folder, 'mongodb/mongod.lock'));
  const { says } = launchOwner();
  expect(await says()).toContain('Another server has the files of the database open');
  process.kill(pid, 'SIGKILL');
  expect(await read(await says())).toEqual([1]);
});

it('says that the disk is full, and comes back by itself once it is not', async (context) => {
  const volume = await smallVolume(folder, 450, context);
  const { owner, says } = launchOwner();
  const uri = await says();
  await write(uri, 1);
  volume.keepFull();
  // It can come up once more on what its journal has left.
  for (
    let said = 'is back';
    !said.includes('(no space is left on the disk)');
    said = await says()
  ) {
    if (said.includes('is back')) process.kill(await mongodPid(), 'SIGKILL');
  }
  await volume.free();
  expect(await read(uri)).toEqual([1]);
  owner.kill('SIGKILL');
  await once(owner, 'exit');
}, 90_000);
