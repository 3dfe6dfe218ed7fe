import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { BSON, type Document, MongoClient } from 'mongodb';
import sharp from 'sharp';
import { olderDatabase } from '#tests/helpers/older-database.ts';
import type { LeftBehind } from './leave-behind.ts';

const FILE = fileURLToPath(new URL('left-behind.bson.br', import.meta.url));

/** Not kept apart from the data: without them, nobody signs in and nobody is known to have withdrawn. */
const SECRETS = ['payload-secret', 'suppression-key'];
/** They are of the process that ran, and no part of what it leaves behind. */
const PASSING = new Set(['worker-beats', 'edge-fences', 'boot-checks']);

interface Stored {
  name: string;
  indexes: Document[];
  documents: Document[];
}

interface Fixture {
  collections: Stored[];
  secrets: Record<string, string>;
  left: LeftBehind;
}

/** Packs what a site that runs has in its database, with what was done with it. Pictures are left out. */
export async function pack(dataDir: string, left: LeftBehind): Promise<void> {
  const textOf = (name: string) => readFile(path.join(dataDir, name), 'utf8');
  const client = await MongoClient.connect(await textOf('database-uri'));
  try {
    const all = await client.db().listCollections().toArray();
    const names = all.map(({ name }) => name).filter((name) => !PASSING.has(name));
    const collections = names.sort().map(async (name) => ({
      name,
      indexes: await client.db().collection(name).indexes(),
      documents: await client.db().collection(name).find().sort({ _id: 1 }).toArray(),
    }));
    const secrets = SECRETS.map(async (name) => [name, await textOf(name)] as const);
    const fixture: Fixture = {
      collections: await Promise.all(collections),
      secrets: Object.fromEntries(await Promise.all(secrets)),
      left,
    };
    const params = { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS };
    await writeFile(FILE, brotliCompressSync(BSON.serialize(fixture), { params }));
  } finally {
    await client.close();
  }
}

/** Makes an empty folder the one that the earlier version left behind: a database without a password in it. */
export async function unpack(dataDir: string): Promise<LeftBehind> {
  const fixture = BSON.deserialize(brotliDecompressSync(await readFile(FILE))) as Fixture;
  for (const [name, secret] of Object.entries(fixture.secrets)) {
    await writeFile(path.join(dataDir, name), secret, { mode: 0o600 });
  }
  const { client, stop } = await olderDatabase(dataDir);
  try {
    for (const { name, indexes, documents } of fixture.collections) {
      const collection = await client.db().createCollection(name);
      if (documents.length > 0) await collection.insertMany(documents);
      for (const { key, v: _, ...options } of indexes) await collection.createIndex(key, options);
    }
  } finally {
    await stop();
  }
  await drawPictures(path.join(dataDir, 'media'), fixture.collections);
  return fixture.left;
}

/** A small picture stands in the place of each file that a document names. */
async function drawPictures(folder: string, collections: Stored[]): Promise<void> {
  await mkdir(folder);
  const grey = { width: 1, height: 1, channels: 3, background: 'grey' } as const;
  const picture = await sharp({ create: grey }).webp().toBuffer();
  const media = collections.find(({ name }) => name === 'media')?.documents ?? [];
  const names = media.flatMap(({ filename, sizes }) => [
    filename,
    ...Object.values(sizes as Document).map((size) => size.filename),
  ]);
  for (const name of names.filter(Boolean)) await writeFile(path.join(folder, name), picture);
}
