import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { waitUntilReady } from '#tests/helpers/fault-injection.ts';
import { readLoadOutcome } from '#tests/helpers/load-outcome.ts';
import { expectNothingLost, killDatabaseUntil } from '#tests/helpers/process-kills.ts';
import { startSite } from '#tests/helpers/running-site.ts';
import { crawlSite, startPageLoad } from '#tests/helpers/site-crawl.ts';
import { mountSmallVolume } from '#tests/helpers/small-volume.ts';
import { startSteadyLoad } from '#tests/helpers/steady-load.ts';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { warmUpSite } from '#tests/helpers/warm-up.ts';

const OUTAGE_MS = Number(process.env.OUTAGE_S ?? 180) * 1000;
/** The journal of the database alone takes 300 MB. */
const VOLUME_MIB = 800;
const CLIENTS = 2;
const RECOVERY_MS = 30_000;

it(`serves cached pages and loses nothing while the database is killed repeatedly and then has a full disk, for ${OUTAGE_MS / 1000} s in all`, async (context) => {
  const folder = await createTemporaryFolder();
  const volume = await mountSmallVolume(folder, VOLUME_MIB, context);
  const site = await startSite({
    DATA_DIR: path.join(folder, 'data'),
    RATE_LIMIT_FACTOR: '1000000',
  });
  onTestFinished(site.stop);
  const readOutput = () => readFile(site.output, 'utf8');
  await warmUpSite(site);
  const pages = await crawlSite(site.url);
  const pageLoad = startPageLoad(site.url, pages);
  const submissionLoad = startSteadyLoad(site.url, CLIENTS);
  await submissionLoad.waitForAcknowledgement();

  const kills = await killDatabaseUntil(site, performance.now() + OUTAGE_MS / 2);
  await waitUntilReady(site);
  await submissionLoad.waitForAcknowledgement();

  volume.keepFull();
  const outageEnd = performance.now() + OUTAGE_MS / 2;
  await killDatabaseUntil(site, outageEnd - OUTAGE_MS / 4);
  await expect.poll(readOutput, { timeout: OUTAGE_MS }).toContain('(no space is left on the disk)');
  const { status, body } = await fetchReadiness(site.url);
  expect([status, body]).toEqual([503, expect.stringMatching(/database has been away since/)]);
  expect(body).toContain('The disk of DATA_DIR is nearly full');
  await pageLoad.waitForRound();
  while (performance.now() < outageEnd) await pageLoad.waitForRound();

  const freedAt = performance.now();
  await volume.free();
  await waitUntilReady(site);
  const recoveryMs = performance.now() - freedAt;
  await submissionLoad.waitForAcknowledgement();
  await submissionLoad.stop();
  const { failed, count, slowestMs } = await pageLoad.stop();
  console.log(
    `${kills} kills; ready ${(recoveryMs / 1000).toFixed(1)} s after the disk was freed; ${count} page loads of ${pages.size} addresses, the slowest ${slowestMs} ms; ${submissionLoad.acknowledged.length} requests acknowledged.`,
  );
  expect(failed).toEqual([]);
  expect(recoveryMs).toBeLessThan(RECOVERY_MS);
  expectNothingLost(await readLoadOutcome(site, submissionLoad.acknowledged));
});

async function fetchReadiness(url: string): Promise<{ status: number; body: string }> {
  const response = await fetch(`${url}/readyz`);
  return { status: response.status, body: await response.text() };
}
