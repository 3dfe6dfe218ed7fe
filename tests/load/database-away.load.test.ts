import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { isBack } from '#tests/helpers/blows.ts';
import { firstPages } from '#tests/helpers/first-pages.ts';
import { keptOf } from '#tests/helpers/kept.ts';
import { expectAllKept, killUntil } from '#tests/helpers/kills.ts';
import { startSite } from '#tests/helpers/running-site.ts';
import { smallVolume } from '#tests/helpers/small-volume.ts';
import { steadyLoad } from '#tests/helpers/steady-load.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { viewAll, viewsOf } from '#tests/helpers/views.ts';

const AWAY_MS = Number(process.env.AWAY_S ?? 180) * 1000;
/** The database takes 300 MB for its journal alone. */
const VOLUME_MIB = 800;
const CLIENTS = 2;
const BACK_MS = 30_000;

it(`with the database killed again and again, then no space on the disk, for ${AWAY_MS / 1000} s in all, what is kept is shown and nothing is lost`, async (context) => {
  const folder = await temporaryFolder();
  const volume = await smallVolume(folder, VOLUME_MIB, context);
  const site = await startSite({
    DATA_DIR: path.join(folder, 'data'),
    RATE_LIMIT_FACTOR: '1000000',
  });
  onTestFinished(site.stop);
  const said = () => readFile(site.output, 'utf8');
  await firstPages(site);
  const views = await viewsOf(site.url);
  const viewing = viewAll(site.url, views);
  const sending = steadyLoad(site.url, CLIENTS);
  await sending.flowing();

  const kills = await killUntil(site, performance.now() + AWAY_MS / 2);
  await isBack(site);
  await sending.flowing();

  volume.keepFull();
  const full = performance.now() + AWAY_MS / 2;
  await killUntil(site, full - AWAY_MS / 4);
  await expect.poll(said, { timeout: AWAY_MS }).toContain('(no space is left on the disk)');
  const { status, body } = await readiness(site.url);
  expect([status, body]).toEqual([503, expect.stringMatching(/database has been away since/)]);
  expect(body).toContain('The disk of DATA_DIR is nearly full');
  await viewing.round();
  while (performance.now() < full) await viewing.round();

  const freed = performance.now();
  await volume.free();
  await isBack(site);
  const backMs = performance.now() - freed;
  await sending.flowing();
  await sending.stop();
  const { failed, count, slowestMs } = await viewing.stop();
  console.log(
    `${kills} kills; ready ${(backMs / 1000).toFixed(1)} s after the disk was freed; ${count} views of ${views.size} addresses, the slowest ${slowestMs} ms; ${sending.acknowledged.length} requests acknowledged.`,
  );
  expect(failed).toEqual([]);
  expect(backMs).toBeLessThan(BACK_MS);
  expectAllKept(await keptOf(site, sending.acknowledged));
});

async function readiness(url: string): Promise<{ status: number; body: string }> {
  const answer = await fetch(`${url}/readyz`);
  return { status: answer.status, body: await answer.text() };
}
