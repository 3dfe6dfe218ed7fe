import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { command } from './helpers/command.ts';
import { generatedFilesAreCurrent } from './helpers/generated-files.ts';
import { RESULTS_FILE } from './helpers/results-reporter.ts';
import { type Tally, tally } from './helpers/tally.ts';

type Check = () => Promise<Tally>;

/** What is said at the end, where nobody has to look for it. */
const lines: string[] = [];

const one =
  (check: () => Promise<boolean>): Check =>
  async () =>
    (await check()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

const vitest =
  (project: string): Check =>
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'throughcare-results-'));
    const file = path.join(folder, 'results.json');
    process.env[RESULTS_FILE] = file;
    const reporters = ['--reporter=default', '--reporter=./tests/helpers/results-reporter.ts'];
    const endedWell = await command('vitest', 'run', '--project', project, ...reporters);
    const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
    await rm(folder, { recursive: true, force: true });
    return tally(report, endedWell, (line) => lines.push(line));
  };

/** All that has to hold, the quickest first. */
const CHECKS: [name: string, check: Check][] = [
  ['Format and lint', one(() => command('biome', 'check'))],
  ['Types', one(() => command('tsc', '--incremental', 'false'))],
  ['Generated files', one(generatedFilesAreCurrent)],
  ['Unit tests', vitest('unit')],
  ['Integration tests', vitest('int')],
  ['Build', one(() => command('node', 'src/server/build/build.ts'))],
  ['Browser tests', vitest('e2e')],
  ['Page tests', vitest('pages')],
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
  lines.push(`${name}: ${passed} passed, ${failed} failed, ${seconds} s`);
}

console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
