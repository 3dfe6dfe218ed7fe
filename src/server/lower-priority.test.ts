import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { getPriority } from 'node:os';
import { expect, it } from 'vitest';
import { lowerPriority } from './lower-priority.ts';

it('lowers the priority of a process and of its session', async () => {
  const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], {
    detached: true,
    stdio: 'ignore',
  });
  await once(child, 'spawn');
  try {
    await lowerPriority(child.pid ?? 0);
    expect(getPriority(child.pid)).toBe(10);
    const session = await readFile(`/proc/${child.pid}/autogroup`, 'utf8').catch(() => undefined);
    if (session !== undefined) expect(session).toMatch(/ nice 10$/m);
  } finally {
    child.kill();
  }
});

it('does not fail where the priority cannot be set', async () => {
  await expect(lowerPriority(2 ** 22)).resolves.toBeUndefined();
});
