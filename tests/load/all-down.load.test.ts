import { expect, it, onTestFinished } from 'vitest';
import { expectAllViewed, viewUnderBlows } from '#tests/helpers/blows.ts';
import { viewAfterRestart } from '#tests/helpers/restarts.ts';
import { startSite } from '#tests/helpers/running-site.ts';

const BLOWS = Number(process.env.BLOWS ?? 20);
/** Longer than what is kept counts as confirmed while nobody tells of changes. */
const HOLD_MS = 90_000;
const ROUNDS = Number(process.env.ROUNDS ?? 200);

it(`with Next, MongoDB or both killed ${BLOWS} times and held, nothing that is kept fails`, async () => {
  const site = await startSite();
  onTestFinished(site.stop);
  expectAllViewed(await viewUnderBlows(site, { times: BLOWS, holdMs: HOLD_MS }));
});

it('after a restart with both away, all that was kept is there, and nothing that was taken back', async () => {
  expect((await viewAfterRestart(ROUNDS)).failed).toEqual([]);
});
