import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { getPriority } from 'node:os';
import { expect, it } from 'vitest';
import { giveWay } from './give-way.ts';

it('puts a process behind the others, and its session behind other sessions', async () => {
  const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], {
    detached: true,
    stdio: 'ignore',
  });
  await once(child, 'spawn');
  try {
    await giveWay(child.pid ?? 0);
    expect(getPriority(child.pid)).toBe(10);
    const session = await readFile(`/proc/${child.pid}/autogroup`, 'utf8').catch(() => undefined);
    if (session !== undefined) expect(session).toMatch(/ nice 10$/m);
  } finally {
    child.kill();
  }
});

it('fails for nobody, whatever the system allows', async () => {
  await expect(giveWay(2 ** 22)).resolves.toBeUndefined();
});
