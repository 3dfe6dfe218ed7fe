import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { printLine, runStep } from '#platform/process/progress.ts';
import { runCommand } from '#platform/process/run-command.ts';
import type { BenchContext } from './context.ts';
import { runLatencyPart } from './latency/part.ts';
import { findGenerator } from './load/find-generator.ts';
import { createPatientProbe, describeMachine } from './machine.ts';
import { parseOptions } from './options.ts';
import { runPagesPart } from './pages/part.ts';
import { formatReport } from './report.ts';
import type { Results } from './results.ts';
import { runSearchPart } from './search/part.ts';
import { startMeasuredSite } from './site.ts';
import { measureStart } from './start/measure.ts';
import { runSubmissionsPart } from './submissions/part.ts';

/** Longest time that a run waits for quiet moments, in total. */
const PATIENCE_MS = 5 * 60_000;

await runCommand(async () => {
  const options = parseOptions(process.argv.slice(2));
  const probe = createPatientProbe(PATIENCE_MS);
  const site = await runStep('Starting the site', startMeasuredSite);
  try {
    const results = await measureRunningSite({ ...options, site, probe, leftOut: [] });
    if (options.parts.has('start')) {
      results.start = await runStep('Measuring the cold start', () =>
        measureStart(site.environment, options.plan.rounds, probe),
      );
    }
    await writeResults(results, options.out);
  } finally {
    await site.removeData();
  }
});

async function measureRunningSite(
  context: Omit<BenchContext, 'database' | 'generator'>,
): Promise<Results> {
  const { site, parts, plan, leftOut } = context;
  const database = await MongoClient.connect(site.uri);
  try {
    const bench = { ...context, database, generator: await findGenerator() };
    const results: Results = {
      at: new Date().toISOString(),
      machine: await describeMachine(database),
      plan,
      generator: bench.generator.name,
      leftOut,
    };
    if (parts.has('pages') || parts.has('visits'))
      Object.assign(results, await runPagesPart(bench));
    if (parts.has('latency')) results.latency = await runLatencyPart(bench);
    if (parts.has('submissions')) results.submissions = await runSubmissionsPart(bench);
    if (parts.has('search')) results.search = await runSearchPart(bench);
    return results;
  } finally {
    await database.close();
    await site.stop();
  }
}

async function writeResults(results: Results, folder: string | undefined): Promise<void> {
  if (folder) {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
    await writeFile(path.join(folder, 'results.md'), formatReport(results));
  }
  printLine(`\n${formatReport(results)}`);
}
