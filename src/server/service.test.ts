import { execFile } from 'node:child_process';
import { access, readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { inRoot } from '#platform/process/root.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const run = promisify(execFile);
const unit = await readFile(inRoot('deploy/systemd/throughcare.service'), 'utf8');
const hasSystemd = await run('systemd-analyze', ['--version']).then(
  () => true,
  () => false,
);

/** What the unit says under a name, last. */
const said = (name: string) =>
  unit
    .split('\n')
    .filter((line) => line.startsWith(`${name}=`))
    .at(-1)
    ?.slice(name.length + 1);

it('the service starts what npm start does, waits for its end, and can write its own data alone', async () => {
  const { scripts } = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
  const [node = '', ...args] = (said('ExecStart') ?? '').split(' ');
  expect(`node ${args.join(' ')}`).toBe(scripts.start);
  await access(node.replace(said('WorkingDirectory') ?? '', inRoot()));
  expect(said('Environment')).toContain(`DATA_DIR=/var/lib/${said('StateDirectory')}`);
  expect([said('ProtectSystem'), said('KillMode')]).toEqual(['strict', 'mixed']);
  // Four processes, one after the other, have 15 seconds each.
  expect(Number(said('TimeoutStopSec'))).toBeGreaterThan(4 * 15);
  expect(unit).not.toMatch(/^MemoryDenyWriteExecute=/m);
});

it.runIf(hasSystemd)('systemd understands all of it', async () => {
  const file = path.join(await temporaryFolder(), 'throughcare.service');
  const { username } = userInfo();
  const here = unit
    .replaceAll('/opt/throughcare', inRoot().replace(/\/$/, ''))
    .replace(/^(User|Group)=.*/gm, `$1=${username}`);
  await writeFile(file, here);
  const { stdout, stderr } = await run('systemd-analyze', ['verify', file]);
  expect(stdout + stderr).toBe('');
});
