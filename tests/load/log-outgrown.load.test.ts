import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ask, edgeBefore, how } from '#tests/helpers/edge.ts';
import { ownDatabase } from '#tests/helpers/mongod.ts';
import { openOrigin, shared } from '#tests/helpers/origin.ts';
import { outgrowLog } from '#tests/helpers/outgrown-log.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

it('an edge that was down for longer than the log of the database goes back shows nothing of before', async () => {
  const { uri } = await ownDatabase();
  const folder = await temporaryFolder();
  const origin = await openOrigin();
  origin.say('/page', shared('A page'));
  const at = { folder, database: async () => uri };
  const first = await edgeBefore(origin, at);
  await expect.poll(async () => how(await ask(first, '/page'))).toBe('throughcare; hit');
  await first.close();
  const { place } = JSON.parse(await readFile(path.join(folder, 'position.json'), 'utf8'));
  await outgrowLog(uri, place.token);
  await origin.leave();
  const second = await edgeBefore(origin, at);
  // What may have been taken down meanwhile is not shown, though the site is away.
  expect((await ask(second, '/page')).status).toBe(503);
});
