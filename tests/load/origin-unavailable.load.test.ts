import { expect, it, onTestFinished } from 'vitest';
import { expectAllLoaded, loadPagesDuringFaults } from '#tests/helpers/fault-injection.ts';
import { loadPagesAfterRestart } from '#tests/helpers/restart-without-database.ts';
import { startSite } from '#tests/helpers/running-site.ts';

const FAULTS = Number(process.env.FAULTS ?? 20);
/** Longer than cached responses stay fresh without the change stream. */
const SUSPEND_MS = 90_000;
const ROUNDS = Number(process.env.ROUNDS ?? 200);

it(`serves all cached pages while Next, MongoDB or both are killed ${FAULTS} times and suspended`, async () => {
  const site = await startSite();
  onTestFinished(site.stop);
  expectAllLoaded(await loadPagesDuringFaults(site, { times: FAULTS, suspendMs: SUSPEND_MS }));
});

it('serves all cached pages and no unpublished ones after a restart without Next and MongoDB', async () => {
  expect((await loadPagesAfterRestart(ROUNDS)).failed).toEqual([]);
});
