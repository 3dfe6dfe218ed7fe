import { stdout } from 'node:process';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runStep } from './progress.ts';

let output: string[];
beforeEach(() => {
  output = [];
  vi.useFakeTimers();
  vi.spyOn(stdout, 'write').mockImplementation((line) => output.push(String(line)) > 0);
});
afterEach(() => vi.useRealTimers());

const workFor = (ms: number) => () =>
  new Promise<string>((resolve) => setTimeout(() => resolve('built'), ms));

it('prints only the name of a quick step, and returns its result', async () => {
  const done = runStep('Cutting the fonts', workFor(500));
  await vi.advanceTimersByTimeAsync(500);
  expect(await done).toBe('built');
  expect(output).toEqual(['Cutting the fonts …\n']);
});

it('prints the progress of a long step, and how long it took', async () => {
  const done = runStep('Building the pages', workFor(12_000));
  await vi.advanceTimersByTimeAsync(12_000);
  await done;
  expect(output).toEqual([
    'Building the pages …\n',
    '  … building the pages, 5.0 s\n',
    '  … building the pages, 10.0 s\n',
    '  done in 12.0 s\n',
  ]);
});

it('prints nothing more after a step fails', async () => {
  const done = runStep('Building the pages', () => Promise.reject(new Error('no')));
  await expect(done).rejects.toThrow('no');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(output).toEqual(['Building the pages …\n']);
});
