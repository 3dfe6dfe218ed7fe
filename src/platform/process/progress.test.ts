import { stdout } from 'node:process';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { step } from './progress.ts';

let said: string[];
beforeEach(() => {
  said = [];
  vi.useFakeTimers();
  vi.spyOn(stdout, 'write').mockImplementation((line) => said.push(String(line)) > 0);
});
afterEach(() => vi.useRealTimers());

const lasting = (ms: number) => () =>
  new Promise<string>((resolve) => setTimeout(() => resolve('built'), ms));

it('tells of a quick step by its name alone, and hands on what it made', async () => {
  const done = step('Cutting the fonts', lasting(500));
  await vi.advanceTimersByTimeAsync(500);
  expect(await done).toBe('built');
  expect(said).toEqual(['Cutting the fonts …\n']);
});

it('gives a sign of life in a long step, and says how long it took', async () => {
  const done = step('Building the pages', lasting(12_000));
  await vi.advanceTimersByTimeAsync(12_000);
  await done;
  expect(said).toEqual([
    'Building the pages …\n',
    '  … building the pages, 5.0 s\n',
    '  … building the pages, 10.0 s\n',
    '  done in 12.0 s\n',
  ]);
});

it('falls silent when a step fails', async () => {
  const done = step('Building the pages', () => Promise.reject(new Error('no')));
  await expect(done).rejects.toThrow('no');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toEqual(['Building the pages …\n']);
});
