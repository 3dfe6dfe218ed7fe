import { expect, it, onTestFinished } from 'vitest';
import { expectAllLoaded, loadPagesDuringFaults } from '#tests/helpers/fault-injection.ts';
import { loadPagesAfterRestart } from '#tests/helpers/restart-without-database.ts';
import { startSite } from '#tests/helpers/running-site.ts';

it('serves every cached page while Next, MongoDB or both are killed or suspended', async () => {
  const site = await startSite();
  onTestFinished(site.stop);
  expectAllLoaded(await loadPagesDuringFaults(site, { times: 1, suspendMs: 8_000 }));
}, 300_000);

it('serves every cached page, but none that was unpublished, after a restart while both are unavailable', async () => {
  expect((await loadPagesAfterRestart(3)).failed).toEqual([]);
}, 300_000);
