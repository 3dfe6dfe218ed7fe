import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startSite } from '#tests/helpers/running-site.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { expectAllWorks } from '#tests/predecessor/expect-all-works.ts';
import { unpack } from '#tests/predecessor/fixture.ts';

it('starts on what the version before left behind, and all of it works', async () => {
  const dataDir = await temporaryFolder();
  const left = await unpack(dataDir);
  const site = await startSite({ DATA_DIR: dataDir, RATE_LIMIT_FACTOR: '1000' });
  onTestFinished(site.stop);
  await expectAllWorks(site, left);
  // It came without a password; what has one now tells it nobody.
  const of = (file: string) => readFile(path.join(dataDir, file), 'utf8');
  const password = await of('mongodb-password');
  expect(await of('database-uri')).toContain(`:${password}@`);
  expect(await readFile(site.output, 'utf8')).not.toContain(password);
}, 300_000);
