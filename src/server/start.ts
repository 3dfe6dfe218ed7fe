import { buildAll } from './build/build.ts';
import { isStale } from './build/site.ts';
import { run } from './run.ts';

await run('start', async ({ signal }) => {
  if (await isStale()) await buildAll(signal);
});
