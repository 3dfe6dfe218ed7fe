import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from './helpers/command.ts';
import { checkGeneratedFiles } from './helpers/generated-files.ts';
import { RESULTS_FILE_VARIABLE } from './helpers/results-reporter.ts';
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
    process.env[RESULTS_FILE_VARIABLE] = file;
    const reporters = ['--reporter=default', '--reporter=./tests/helpers/results-reporter.ts'];
    const hasSucceeded = await runProgram('vitest', 'run', '--project', project, ...reporters);
    const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
    await rm(folder, { recursive: true, force: true });
    return tally(report, hasSucceeded, (line) => summary.push(line));
  };

/** All checks, the fastest first. */
const CHECKS: [name: string, check: Check][] = [
  ['Format and lint', singleCheck(() => runProgram('biome', 'check'))],
  ['Types', singleCheck(() => runProgram('tsc', '--incremental', 'false'))],
  ['Generated files', singleCheck(checkGeneratedFiles)],
  ['Unit tests', vitestCheck('unit')],
  ['Integration tests', vitestCheck('int')],
  ['Build', singleCheck(() => runProgram('node', 'src/server/build/build.ts'))],
  ['Browser tests', vitestCheck('e2e')],
  ['Page tests', vitestCheck('pages')],
];

const total: Tally = { passed: 0, failed: 0 };

for (const [name, check] of CHECKS) {
  console.log(`\n── ${name}`);
  const began = performance.now();
  const { passed, failed } = await check().catch((error: unknown) => {
    console.log(error);
    return { passed: 0, failed: 1 };
  });
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  summary.push(`${name}: ${passed} passed, ${failed} failed, ${seconds} s`);
}

console.log(`\n${summary.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
