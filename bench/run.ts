import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { runAsProgram } from '#platform/process/program.ts';
import { say, step } from '#platform/process/progress.ts';
import type { Bench } from './bench.ts';
import { readWhileSent } from './latency/part.ts';
import { findGenerator } from './load/find.ts';
import { machine, patientLook } from './machine.ts';
import { options } from './options.ts';
import { comparePages } from './pages/part.ts';
import type { Results } from './results.ts';
import { searchMany } from './search/part.ts';
import { startMeasured } from './site.ts';
import { measureStart } from './start/measure.ts';
import { compareSubmissions } from './submissions/part.ts';
import { table } from './table.ts';

/** What a whole run waits for quiet moments, in all. */
const PATIENCE_MS = 5 * 60_000;

await runAsProgram(async () => {
  const asked = options(process.argv.slice(2));
  const look = patientLook(PATIENCE_MS);
  const site = await step('Starting the site', startMeasured);
  try {
    const results = await whileItRuns({ ...asked, site, look, leftOut: [] });
    if (asked.parts.has('start')) {
      results.start = await step('Starting cold', () =>
        measureStart(site.environment, asked.plan.rounds, look),
      );
    }
    await write(results, asked.out);
  } finally {
    await site.forget();
  }
});

async function whileItRuns(begun: Omit<Bench, 'database' | 'generator'>): Promise<Results> {
  const { site, parts, plan, leftOut } = begun;
  const database = await MongoClient.connect(site.uri);
  try {
    const bench = { ...begun, database, generator: await findGenerator() };
    const results: Results = {
      at: new Date().toISOString(),
      machine: await machine(database),
      plan,
      generator: bench.generator.name,
      leftOut,
    };
    if (parts.has('pages') || parts.has('visits'))
      Object.assign(results, await comparePages(bench));
    if (parts.has('latency')) results.latency = await readWhileSent(bench);
    if (parts.has('submissions')) results.submissions = await compareSubmissions(bench);
    if (parts.has('search')) results.search = await searchMany(bench);
    return results;
  } finally {
    await database.close();
    await site.stop();
  }
}

async function write(results: Results, folder: string | undefined): Promise<void> {
  if (folder) {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
    await writeFile(path.join(folder, 'results.md'), table(results));
  }
  say(`\n${table(results)}`);
}
