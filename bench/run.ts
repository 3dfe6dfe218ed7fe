import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { MongoClient } from 'mongodb';
import { inWords } from '#server/boot/in-words.ts';
import { runAsProgram } from '#server/program.ts';
import { say, step } from '#server/progress.ts';
import { inRoot } from '#server/root.ts';
import { startSite } from '#tests/helpers/running-site.ts';
import { machine } from './machine.ts';
import { measureSubmissions } from './submission.ts';
import { type Results, table } from './table.ts';
import { driver } from './targets/driver.ts';
import { formBuilder } from './targets/form-builder.ts';
import { ours } from './targets/ours.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    out: { type: 'string', default: inRoot('bench') },
  },
});
const plan = { rounds: Number(values.rounds), seconds: Number(values.seconds) };

await runAsProgram(async () => {
  const site = await step('Starting the site', () =>
    // Nothing is turned away, and nothing is left out for it: limits are counted, only higher.
    startSite({ RATE_LIMIT_FACTOR: '1000000', TRUSTED_PROXIES: '127.0.0.1,::1' }),
  );
  const uri = await readFile(path.join(site.dataDir, 'database-uri'), 'utf8');
  const database = await MongoClient.connect(uri);
  const leftOut: string[] = [];
  const peer = await step('Building Payload’s form-builder', () =>
    formBuilder(uri, database),
  ).catch((error: unknown) => {
    leftOut.push(`Payload’s form-builder. ${inWords(error).split('\n')[0]}`);
    return undefined;
  });
  const targets = [ours(site.url, database), ...(peer ? [peer] : []), driver(uri, database)];
  try {
    const submission = await step('Measuring', () => measureSubmissions(targets, plan));
    const results: Results = {
      at: new Date().toISOString(),
      machine: await machine(database),
      plan,
      leftOut,
      submission,
    };
    await writeFile(path.join(values.out, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
    await writeFile(path.join(values.out, 'results.md'), table(results));
    say(`\n${table(results)}`);
  } finally {
    for (const target of targets) await target.stop();
    await database.close();
    await site.stop();
  }
});
