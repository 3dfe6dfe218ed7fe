import { printLine, runStep } from '#platform/process/progress.ts';
import { runCommand } from '#platform/process/run-command.ts';
import { buildFonts } from './fonts.ts';
import { buildScripts } from './scripts.ts';
import { buildSite, isBuildStale } from './site.ts';

/** Builds the fonts if they have changed, the browser scripts and the pages. */
export async function buildAll(signal?: AbortSignal): Promise<void> {
  await runStep('Subsetting the fonts', buildFonts);
  await runStep('Bundling the browser scripts', buildScripts);
  await runStep('Building the pages', () => buildSite(signal));
}

if (import.meta.main) {
  await runCommand(async () => {
    if (await isBuildStale()) await buildAll();
    else printLine('The build is up to date.');
  });
}
