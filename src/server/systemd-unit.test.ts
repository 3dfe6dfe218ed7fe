import { execFile } from 'node:child_process';
import { access, readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { rootPath } from '#platform/process/root.ts';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';

const run = promisify(execFile);
const unit = await readFile(rootPath('deploy/systemd/throughcare.service'), 'utf8');
const hasSystemd = await run('systemd-analyze', ['--version']).then(
  () => true,
  () => false,
);

/** Returns the last value of a setting of the unit. */
const lastSetting = (name: string) =>
  unit
    .split('\n')
    .filter((line) => line.startsWith(`${name}=`))
    .at(-1)
    ?.slice(name.length + 1);

it('runs the command of npm start, waits for its shutdown, and can write only its own data', async () => {
  const { scripts } = JSON.parse(await readFile(rootPath('package.json'), 'utf8'));
  const [node = '', ...args] = (lastSetting('ExecStart') ?? '').split(' ');
  expect(`node ${args.join(' ')}`).toBe(scripts.start);
  await access(node.replace(lastSetting('WorkingDirectory') ?? '', rootPath()));
  expect(lastSetting('Environment')).toContain(
    `DATA_DIR=/var/lib/${lastSetting('StateDirectory')}`,
  );
  expect([lastSetting('ProtectSystem'), lastSetting('KillMode')]).toEqual(['strict', 'mixed']);
  // Four processes stop one after the other, with 15 seconds each.
  expect(Number(lastSetting('TimeoutStopSec'))).toBeGreaterThan(4 * 15);
  expect(unit).not.toMatch(/^MemoryDenyWriteExecute=/m);
});

it.runIf(hasSystemd)('is valid for systemd', async () => {
  const file = path.join(await createTemporaryFolder(), 'throughcare.service');
  const { username } = userInfo();
  const localUnit = unit
    .replaceAll('/opt/throughcare', rootPath().replace(/\/$/, ''))
    .replace(/^(User|Group)=.*/gm, `$1=${username}`);
  await writeFile(file, localUnit);
  const { stdout, stderr } = await run('systemd-analyze', ['verify', file]);
  expect(stdout + stderr).toBe('');
});
