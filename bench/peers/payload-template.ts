import { MongoClient } from 'mongodb';
import type { PageTarget } from '../pages/target.ts';
import { findRigTarget, pidsOf, type Rig, stopSystem } from './rig.ts';

const SYSTEM = 'payload-website';
const NAME = 'bench_template';
const START_MS = 120_000;

/**
 * Starts Payload's website template on the MongoDB of our site. Returns a page that it caches, and one that it renders
 * for each request.
 * @throws Error if the template is not installed
 */
export async function startPayloadTemplate(
  rig: Rig,
  uri: string,
  database: MongoClient,
): Promise<PageTarget[]> {
  const { label, base, article, dynamic } = findRigTarget(rig, SYSTEM, SYSTEM);
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
      name: `${label}, rendered per request (its search page)`,
      url: base + dynamic,
      pids,
      stop,
    },
  ];
}

/** Copies the content from the rig's MongoDB to ours. */
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
