import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { commandEnv } from '#tests/helpers/command.ts';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { RETIRED_NAMES, RULE_FILE, retiredNamesRule } from './retired-names.ts';

interface LintReport {
  diagnostics: { category: string; location: { path: string } }[];
}

/** A file for each way to declare a name. */
const declarations = Object.keys(RETIRED_NAMES).flatMap((name) => [
  { file: `type-${name}.ts`, source: `export type ${name} = string;\n` },
  { file: `function-${name}.ts`, source: `export function ${name}() {}\n` },
  { file: `parameter-${name}.ts`, source: `export const read = (${name}: string) => ${name};\n` },
]);

it('reports every retired name that a type, a function or a parameter has', async () => {
  const folder = await createTemporaryFolder();
  await mkdir(path.join(folder, 'lint'));
  await writeFile(path.join(folder, 'lint/rule.grit'), retiredNamesRule());
  await writeFile(path.join(folder, 'biome.json'), JSON.stringify({ plugins: ['lint/rule.grit'] }));
  const allowed = { file: 'allowed.ts', source: 'export const submission = 1;\n' };
  for (const { file, source } of [...declarations, allowed]) {
    await writeFile(path.join(folder, file), source);
  }
  const args = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync('biome', args, {
    cwd: folder,
    env: commandEnv(),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const { diagnostics } = JSON.parse(stdout) as LintReport;
  const reported = diagnostics.filter(({ category }) => category === 'plugin');
  expect(new Set(reported.map(({ location }) => location.path))).toEqual(
    new Set(declarations.map(({ file }) => file)),
  );
});

it('keeps the rule that Biome reads equal to the table', async () => {
  expect(await readFile(RULE_FILE, 'utf8')).toBe(retiredNamesRule());
});
