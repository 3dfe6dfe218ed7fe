import { mkdtemp, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from './helpers/command.ts';
import { checkGeneratedFiles } from './helpers/generated-files.ts';
import { RESULTS_FILE_VARIABLE } from './helpers/results-reporter.ts';
import seedData from './helpers/seeded-data.setup.ts';
import { type Tally, tally } from './helpers/tally.ts';

type Check = () => Promise<Tally>;

/** Lines that are printed at the end of the run. */
const summary: string[] = [];

const singleCheck =
  (check: () => Promise<boolean>): Check =>
  async () =>
    (await check()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

const vitestCheck =
  (project: string): Check =>
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-results-'));
    const file = path.join(folder, 'results.json');
    const reporters = ['--reporter=default', '--reporter=./tests/helpers/results-reporter.ts'];
    const hasSucceeded = await runProgram('vitest', ['run', '--project', project, ...reporters], {
      [RESULTS_FILE_VARIABLE]: file,
    });
    const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
    await rm(folder, { recursive: true, force: true });
    return tally(report, hasSucceeded, (line) => summary.push(line));
  };

type NamedCheck = [name: string, check: Check];

/**
 * All checks, the fastest first. The lanes of a stage run at the same time, and the checks of a lane one after the
 * other: browser tests leave half of two cores idle. The two lanes take about as long as each other.
 */
const STAGES: NamedCheck[][][] = [
  [
    [
      ['Format and lint', singleCheck(() => runProgram('biome', ['check']))],
      ['Types', singleCheck(() => runProgram('tsc', ['--incremental', 'false']))],
      ['Generated files', singleCheck(checkGeneratedFiles)],
      ['Unit tests', vitestCheck('unit')],
      ['Integration tests', vitestCheck('int')],
      ['Build and demo content', singleCheck(prepareSites)],
    ],
  ],
  [
    [['Browser tests', vitestCheck('e2e')]],
    [
      ['Tests of whole sites', vitestCheck('sites')],
      ['Outage tests', vitestCheck('outages')],
      ['Page tests', vitestCheck('pages')],
    ],
  ],
  [[['Latency tests', vitestCheck('latency')]]],
];

let removeSeededData = async () => {};

async function prepareSites(): Promise<boolean> {
  removeSeededData = await seedData();
  return true;
}

async function run([name, check]: NamedCheck): Promise<Tally> {
  console.log(`\n── ${name}`);
  const began = performance.now();
  const result = await check().catch((error: unknown) => {
    console.log(error);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  summary.push(`${name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
  return result;
}

async function runLane(checks: NamedCheck[]): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const check of checks) tallies.push(await run(check));
  return tallies;
}

const MEMORY_FILE_SYSTEM = '/dev/shm';
const REQUIRED_BYTES = 6 * 1024 ** 3;

/** Keeps temporary files in memory, if there is room: databases sync every write, and disks take their time. */
async function keepTemporaryFilesInMemory(): Promise<void> {
  const { bavail, bsize } = await statfs(MEMORY_FILE_SYSTEM).catch(() => ({ bavail: 0, bsize: 0 }));
  if (bavail * bsize >= REQUIRED_BYTES) process.env.TMPDIR = MEMORY_FILE_SYSTEM;
}

await keepTemporaryFilesInMemory();
// Each run draws the same.
process.env.SEED ??= '20261201';
const results: Tally[] = [];
for (const lanes of STAGES) results.push(...(await Promise.all(lanes.map(runLane))).flat());
await removeSeededData();

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`\n${summary.join('\n')}\n\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
