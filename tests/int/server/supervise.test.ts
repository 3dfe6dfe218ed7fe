import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { saysReady, supervise } from '#server/supervise.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

/** A program that ends at its first two starts, and works at the third. */
const THIRD_TIME = `
  const { appendFileSync, readFileSync } = require('node:fs');
  appendFileSync(process.env.STARTS, '.');
  if (readFileSync(process.env.STARTS).length < 3) process.exit(1);
  process.send('ready');
  setInterval(() => {}, 1000);
`;

async function startThirdTime(keepsTrying: boolean) {
  const folder = await temporaryFolder();
  const starts = path.join(folder, 'starts');
  const running = supervise({
    name: 'program',
    args: ['--eval', THIRD_TIME],
    environment: { ...process.env, STARTS: starts },
    up: saysReady,
    keepsTrying,
  });
  onTestFinished(running.stop);
  return { running, starts: async () => (await readFile(starts, 'utf8')).length };
}

it('starts a program until it comes up, where something else works meanwhile', async () => {
  const { running, starts } = await startThirdTime(true);
  await running.ready;
  expect(await starts()).toBe(3);
});

it('starts a program that the system has no process for, until it has one', async () => {
  const folder = await temporaryFolder();
  const starts = path.join(folder, 'starts');
  // What it is started with is longer than any system takes, at the first two starts.
  const environment = {
    ...process.env,
    STARTS: starts,
    get TOO_LONG() {
      tries += 1;
      return tries < 3 ? 'x'.repeat(4 * 1024 * 1024) : '';
    },
  };
  let tries = 0;
  const running = supervise({
    name: 'program',
    args: ['--eval', "process.send('ready'); setInterval(() => {}, 1000);"],
    environment,
    up: saysReady,
    keepsTrying: true,
  });
  onTestFinished(running.stop);
  await running.ready;
  expect(tries).toBe(3);
});

it('says that a program does not come up, where nothing works without it', async () => {
  const { running, starts } = await startThirdTime(false);
  await expect(running.ready).rejects.toThrow('The program did not start.');
  expect(await starts()).toBe(1);
});
