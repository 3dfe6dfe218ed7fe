import { MongoClient } from 'mongodb';
import type { Target } from '../pages/target.ts';
import { pidsOf, type Rig, rigTarget, stopSystem } from './rig.ts';

const SYSTEM = 'payload-website';
const NAME = 'bench_template';
const START_MS = 120_000;

/**
 * Payload's own website template, on the MongoDB that our site works on: a page that it keeps, and one
 * that it makes at each request.
 * @throws Error if it is not installed
 */
export async function payloadTemplate(
  rig: Rig,
  uri: string,
  database: MongoClient,
): Promise<Target[]> {
  const { label, base, article, dynamic } = rigTarget(rig, SYSTEM, SYSTEM);
  await copyContent(rig, database);
  const { hostname, port } = new URL(base);
  rig.lib.start(
    SYSTEM,
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-p', port, '-H', hostname],
    {
      cwd: rig.lib.at(SYSTEM),
      env: {
        NODE_ENV: 'production',
        NODE_OPTIONS: '',
        NEXT_TELEMETRY_DISABLED: '1',
        DATABASE_URL: uri.replace('/throughcare?', `/${NAME}?`),
        PAYLOAD_SECRET: 'not a secret: this one signs for measurements only',
        NEXT_PUBLIC_SERVER_URL: base,
      },
    },
  );
  await rig.lib.waitFor(SYSTEM, rig.lib.ok(base + article), START_MS);
  const pids = async () => pidsOf(rig, SYSTEM);
  const stop = () => stopSystem(rig, SYSTEM);
  return [
    { id: 'template', name: label, url: base + article, pids, stop },
    {
      id: 'template rendered',
      name: `${label}, made at each request (its search)`,
      url: base + dynamic,
      pids,
      stop,
    },
  ];
}

/** Brings what the rig wrote to its own MongoDB to ours. */
async function copyContent(rig: Rig, database: MongoClient): Promise<void> {
  const copy = database.db(NAME);
  await copy.dropDatabase();
  await rig.systems.mongo?.up();
  const original = await MongoClient.connect(rig.databaseUri('website'));
  try {
    for (const { name } of await original.db().listCollections().toArray()) {
      const documents = await original.db().collection(name).find().toArray();
      if (documents.length > 0) await copy.collection(name).insertMany(documents);
    }
  } finally {
    await original.close();
    await stopSystem(rig, 'mongo');
  }
}
