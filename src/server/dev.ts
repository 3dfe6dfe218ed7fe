import { say, step } from '#platform/process/progress.ts';
import { buildFonts } from './build/fonts.ts';
import { watchScripts } from './build/scripts.ts';
import { run } from './run.ts';

await run('dev', async (shutdown) => {
  await step('Cutting the fonts', buildFonts);
  shutdown.add(await watchScripts(say));
});
