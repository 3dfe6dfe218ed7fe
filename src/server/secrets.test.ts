import { stat } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { parseEnvironment } from '#platform/environment/environment.ts';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { payloadSecretFor } from './secrets.ts';

let folder: string;
beforeEach(async () => {
  folder = await createTemporaryFolder();
});

const settings = (overrides = {}) => parseEnvironment({ DATA_DIR: folder, ...overrides });

it('generates a secret for the embedded database once, in a file that only its owner can read', async () => {
  const generated = await payloadSecretFor(settings());
  expect(generated.length).toBeGreaterThanOrEqual(32);
  expect(await payloadSecretFor(settings())).toBe(generated);
  expect((await stat(path.join(folder, 'payload-secret'))).mode & 0o777).toBe(0o600);
});

it('uses the secret that the operator has set', async () => {
  const PAYLOAD_SECRET = 'a secret of the operator, thirty-two or more';
  expect(await payloadSecretFor(settings({ PAYLOAD_SECRET }))).toBe(PAYLOAD_SECRET);
});

it('requires a secret for a database of the operator', async () => {
  const DATABASE_URI = 'mongodb://db.example.org/x?replicaSet=rs0';
  await expect(payloadSecretFor(settings({ DATABASE_URI }))).rejects.toThrow(
    'PAYLOAD_SECRET must be set when DATABASE_URI is',
  );
});
