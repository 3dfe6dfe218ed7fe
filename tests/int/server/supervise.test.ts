import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { supervise, waitForReadyMessage } from '#server/supervise.ts';
import { createTemporaryFolder } from '#tests/helpers/temporary-folder.ts';

/** A program that exits at its first two starts, and works at the third. */
const THIRD_TIME = `
  const { appendFileSync, readFileSync } = require('node:fs');
  appendFileSync(process.env.STARTS, '.');
  if (readFileSync(process.env.STARTS).length < 3) process.exit(1);
  process.send('ready');
  setInterval(() => {}, 1000);
`;

async function startThirdTime(retriesFirstStart: boolean) {
  const folder = await createTemporaryFolder();
  const starts = path.join(folder, 'starts');
  const program = supervise({
    name: 'program',
    args: ['--eval', THIRD_TIME],
    environment: { ...process.env, STARTS: starts },
    waitUntilReady: waitForReadyMessage,
    retriesFirstStart,
  });
  onTestFinished(program.stop);
  return { program, starts: async () => (await readFile(starts, 'utf8')).length };
}

it('retries the first start if told to', async () => {
  const { program, starts } = await startThirdTime(true);
  await program.ready;
  expect(await starts()).toBe(3);
});

it('retries while the system cannot spawn the process', async () => {
  const folder = await createTemporaryFolder();
  const starts = path.join(folder, 'starts');
  // At the first two starts, the environment is larger than any system allows.
  const environment = {
    ...process.env,
    STARTS: starts,
    get TOO_LONG() {
      tries += 1;
      return tries < 3 ? 'x'.repeat(4 * 1024 * 1024) : '';
    },
  };
  let tries = 0;
  const program = supervise({
    name: 'program',
    args: ['--eval', "process.send('ready'); setInterval(() => {}, 1000);"],
    environment,
    waitUntilReady: waitForReadyMessage,
    retriesFirstStart: true,
  });
  onTestFinished(program.stop);
  await program.ready;
  expect(tries).toBe(3);
});

it('rejects if the first start fails and is not retried', async () => {
  const { program, starts } = await startThirdTime(false);
  await expect(program.ready).rejects.toThrow('The program did not start.');
  expect(await starts()).toBe(1);
});
