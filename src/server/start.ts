import { buildAll } from './build/build.ts';
import { isBuildStale } from './build/site.ts';
import { runSite } from './run-site.ts';

await runSite('start', async ({ signal }) => {
  if (await isBuildStale()) await buildAll(signal);
});
