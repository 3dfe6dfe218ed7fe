import { runAsProgram } from '#platform/process/program.ts';
import { say, step } from '#platform/process/progress.ts';
import { buildFonts } from './fonts.ts';
import { buildScripts } from './scripts.ts';
import { buildSite, isStale } from './site.ts';

/** Builds what has changed: the fonts, the browser scripts, the pages. */
export async function buildAll(signal?: AbortSignal): Promise<void> {
  await step('Cutting the fonts', buildFonts);
  await step('Bundling the browser scripts', buildScripts);
  await step('Building the pages', () => buildSite(signal));
}

if (import.meta.main) {
  await runAsProgram(async () => {
    if (await isStale()) await buildAll();
    else say('The build is up to date.');
  });
}
