import { printLine, runStep } from '#platform/process/progress.ts';
import { buildFonts } from './build/fonts.ts';
import { watchScripts } from './build/scripts.ts';
import { runSite } from './run-site.ts';

await runSite('dev', async (shutdown) => {
  await runStep('Subsetting the fonts', buildFonts);
  shutdown.add(await watchScripts(printLine));
});
