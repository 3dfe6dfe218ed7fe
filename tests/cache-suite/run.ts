import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { OperatorError } from '#platform/process/operator-error.ts';
import { printLine, runStep } from '#platform/process/progress.ts';
import { rootPath } from '#platform/process/root.ts';
import { runCommand } from '#platform/process/run-command.ts';
import { loadPublishedResults } from './caches.ts';
import { findDifferences } from './compare.ts';
import { loadGroups } from './groups.ts';
import { ownOutcome } from './outcomes.ts';
import { runSuite } from './run-suite.ts';
import { formatTables } from './table.ts';

const README = rootPath('src/edge/README.md');
/** What is between these lines is written by `npm run test:cache -- --write`. */
const MARKS = ['<!-- tables of npm run test:cache -->', '<!-- end of the tables -->'] as const;

await runCommand(async () => {
  const { values } = parseArgs({
    options: { write: { type: 'boolean', default: false }, test: { type: 'string' } },
  });
  if (values.test) await runOneTest(values.test);
  else await runAllTests(values.write);
});

async function runOneTest(id: string): Promise<void> {
  const groups = loadGroups();
  if (!groups.some(({ tests }) => tests.some((test) => test.id === id)))
    throw new OperatorError(`The suite has no test ${id}.`);
  const results = await runSuite(id);
  const result = results[id];
  const message = Array.isArray(result) ? `: ${result[1]}` : '';
  printLine(`${id}: ${ownOutcome(groups, id, results)}${message}`);
}

async function runAllTests(isWriting: boolean): Promise<void> {
  const groups = loadGroups();
  const results = await runStep('Testing the edge as other caches are tested', () => runSuite());
  const caches = [{ name: 'edge', results }, ...(await loadPublishedResults())];
  const tables = formatTables(groups, caches);
  printLine(`\n${tables}\n`);
  const differences = findDifferences(groups, results);
  for (const difference of differences) printLine(difference);
  if (differences.length > 0)
    throw new OperatorError(
      `${differences.length} tests have another outcome than tests/cache-suite/decisions.ts says.`,
    );
  await updateReadme(tables, isWriting);
}

async function updateReadme(tables: string, isWriting: boolean): Promise<void> {
  const readme = await readFile(README, 'utf8');
  const start = readme.indexOf(MARKS[0]) + MARKS[0].length;
  const updated = `${readme.slice(0, start)}\n\n${tables}\n\n${readme.slice(readme.indexOf(MARKS[1]))}`;
  if (updated === readme) return;
  if (!isWriting)
    throw new OperatorError(
      'src/edge/README.md has other tables. Run: npm run test:cache -- --write',
    );
  await writeFile(README, updated);
}
