import { expect, it, onTestFinished } from 'vitest';
import { expectAllViewed, viewUnderBlows } from '#tests/helpers/blows.ts';
import { viewAfterRestart } from '#tests/helpers/restarts.ts';
import { startSite } from '#tests/helpers/running-site.ts';

it('with Next, MongoDB or both killed or held, nothing that is kept fails', async () => {
  const site = await startSite();
  onTestFinished(site.stop);
  expectAllViewed(await viewUnderBlows(site, { times: 1, holdMs: 8_000 }));
}, 300_000);

it('after a restart with both away, all that was kept is there, and nothing that was taken back', async () => {
  expect((await viewAfterRestart(3)).failed).toEqual([]);
}, 300_000);
