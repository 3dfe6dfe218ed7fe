import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import type { Payload } from 'payload';
import { afterAll, inject } from 'vitest';

/** Payload's own cache of its instances, which outlives a test file. */
const payloadCache = () =>
  (globalThis as { _payload?: Map<string, { payload: Payload | null }> })._payload;

const inheritedEnvironment = { ...process.env };

// Gives each test file its own database and folder. This must run before any module reads the environment.
const DATABASE_URI = inject('databaseUri').replace(
  'DATABASE',
  `t${randomBytes(6).toString('hex')}`,
);
const DATA_DIR = await mkdtemp(path.join(tmpdir(), 'throughcare-data-'));

Object.assign(process.env, {
  DATABASE_URI,
  DATA_DIR,
  PAYLOAD_SECRET: 'not a secret: this one signs for tests only',
  SUPPRESSION_KEY: 'not a secret: this one knows withdrawals in tests only',
  SITE_URL: 'http://throughcare.test',
  // Tests send more than any visitor. A test file about rate limits sets its own factor.
  RATE_LIMIT_FACTOR: process.env.RATE_LIMIT_FACTOR ?? '1000',
});

afterAll(async () => {
  for (const { payload } of payloadCache()?.values() ?? []) await payload?.destroy();
  payloadCache()?.clear();
  const client = await MongoClient.connect(DATABASE_URI);
  await client.db().dropDatabase();
  await client.close();
  await rm(DATA_DIR, { recursive: true, force: true });
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, inheritedEnvironment);
});
