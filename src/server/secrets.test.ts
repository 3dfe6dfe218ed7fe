import { stat } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { parseEnvironment } from '#platform/environment/environment.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { secretFor } from './secrets.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const settings = (more = {}) => parseEnvironment({ DATA_DIR: folder, ...more });

it('makes one for the embedded database, keeps it, and shows it to its owner alone', async () => {
  const made = await secretFor(settings());
  expect(made.length).toBeGreaterThanOrEqual(32);
  expect(await secretFor(settings())).toBe(made);
  expect((await stat(path.join(folder, 'payload-secret'))).mode & 0o777).toBe(0o600);
});

it('takes the one that is named', async () => {
  const PAYLOAD_SECRET = 'a secret of the operator, thirty-two or more';
  expect(await secretFor(settings({ PAYLOAD_SECRET }))).toBe(PAYLOAD_SECRET);
});

it('makes none for a database of the operator', async () => {
  const DATABASE_URI = 'mongodb://db.example.org/x?replicaSet=rs0';
  await expect(secretFor(settings({ DATABASE_URI }))).rejects.toThrow(
    'PAYLOAD_SECRET must be set when DATABASE_URI is',
  );
});
