import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startSite } from '#tests/helpers/running-site.ts';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { expectAllWorks } from '#tests/predecessor/expect-all-works.ts';
import { unpackFixture } from '#tests/predecessor/fixture.ts';

it('starts on the data folder of the previous release, and works', async () => {
  const dataDir = await createTemporaryFolder();
  const predecessorData = await unpackFixture(dataDir);
  const site = await startSite({ DATA_DIR: dataDir, RATE_LIMIT_FACTOR: '1000' });
  onTestFinished(site.stop);
  await expectAllWorks(site, predecessorData);
  // The previous database had no password. The new one must not be logged.
  const readDataFile = (file: string) => readFile(path.join(dataDir, file), 'utf8');
  const password = await readDataFile('mongodb-password');
  expect(await readDataFile('database-uri')).toContain(`:${password}@`);
  expect(await readFile(site.output, 'utf8')).not.toContain(password);
}, 300_000);
