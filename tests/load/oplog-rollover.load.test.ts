import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { cacheStatus, fetchRaw, startTestEdge } from '#tests/helpers/edge.ts';
import { rollOverOplog } from '#tests/helpers/oplog-rollover.ts';
import { sharedPage, startOrigin } from '#tests/helpers/stub-origin.ts';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { startTestMongod } from '#tests/helpers/test-mongod.ts';

it('serves nothing from the cache of an edge that was down for longer than the oplog reaches back', async () => {
  const { uri } = await startTestMongod();
  const folder = await createTemporaryFolder();
  const origin = await startOrigin();
  origin.respond('/page', sharedPage('A page'));
  const at = { folder, database: async () => uri };
  const first = await startTestEdge(origin, at);
  await expect
    .poll(async () => cacheStatus(await fetchRaw(first, '/page')))
    .toBe('throughcare; hit');
  await first.close();
  const { place } = JSON.parse(await readFile(path.join(folder, 'position.json'), 'utf8'));
  await rollOverOplog(uri, place.token);
  await origin.stop();
  const second = await startTestEdge(origin, at);
  // The page may have been unpublished meanwhile, so it is not served, although the site is unavailable.
  expect((await fetchRaw(second, '/page')).status).toBe(503);
});
