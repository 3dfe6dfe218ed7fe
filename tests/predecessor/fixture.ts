import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { BSON, type Document, MongoClient } from 'mongodb';
import sharp from 'sharp';
import { startPasswordlessDatabase } from '#tests/helpers/passwordless-database.ts';
import type { PredecessorData } from './create-data.ts';

const FILE = fileURLToPath(new URL('left-behind.bson.br', import.meta.url));

/** Secret files of the data folder: sessions and withdrawals depend on them. */
const SECRETS = ['payload-secret', 'suppression-key'];
/** Collections about running processes, which are not part of the fixture. */
const TRANSIENT_COLLECTIONS = new Set([
  'worker-beats',
  'edge-fences',
  'boot-checks',
  'slug-claims',
]);

interface StoredCollection {
  name: string;
  indexes: Document[];
  documents: Document[];
}

interface Fixture {
  collections: StoredCollection[];
  secrets: Record<string, string>;
  left: PredecessorData;
}

/** Writes the database of a running site to the fixture, with a record of what was done on it. Leaves out pictures. */
export async function packFixture(dataDir: string, left: PredecessorData): Promise<void> {
  const textOf = (name: string) => readFile(path.join(dataDir, name), 'utf8');
  const client = await MongoClient.connect(await textOf('database-uri'));
  try {
    const all = await client.db().listCollections().toArray();
    const names = all.map(({ name }) => name).filter((name) => !TRANSIENT_COLLECTIONS.has(name));
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

/** Turns an empty folder into the data folder of the earlier version, whose database has no password. */
export async function unpackFixture(dataDir: string): Promise<PredecessorData> {
  const fixture = BSON.deserialize(brotliDecompressSync(await readFile(FILE))) as Fixture;
  for (const [name, secret] of Object.entries(fixture.secrets)) {
    await writeFile(path.join(dataDir, name), secret, { mode: 0o600 });
  }
  const { client, stop } = await startPasswordlessDatabase(dataDir);
  try {
    for (const { name, indexes, documents } of fixture.collections) {
      const collection = await client.db().createCollection(name);
      if (documents.length > 0) await collection.insertMany(documents);
      for (const { key, v: _, ...options } of indexes) await collection.createIndex(key, options);
    }
  } finally {
    await stop();
  }
  await createPictures(path.join(dataDir, 'media'), fixture.collections);
  return fixture.left;
}

/** Creates a tiny picture for each file that a media document names. */
async function createPictures(folder: string, collections: StoredCollection[]): Promise<void> {
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
