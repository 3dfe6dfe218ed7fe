import { expect, it, vi } from 'vitest';
import { forgetKept, keptBriefly } from './kept-briefly.ts';

const counting = () => {
  let now = 5_000;
  const read = vi.fn(async (key: string) => `${key} ${read.mock.calls.length}`);
  return { read, get: keptBriefly(read, () => now), pass: (ms: number) => (now += ms) };
};

it('reads once for all who ask within a second', async () => {
  const { read, get, pass } = counting();
  expect(await Promise.all([get('a'), get('a'), get('b')])).toEqual(['a 1', 'a 1', 'b 2']);
  pass(999);
  expect(await get('a')).toBe('a 1');
  pass(1);
  expect(await get('a')).toBe('a 3');
  expect(read).toHaveBeenCalledTimes(3);
});

it('reads anew what was changed', async () => {
  const { get } = counting();
  await get('a');
  forgetKept();
  expect(await get('a')).toBe('a 2');
});

it('does not keep a failure', async () => {
  const read = vi.fn(async () => 'found').mockRejectedValueOnce(new Error('The database is away.'));
  const get = keptBriefly(read);
  await expect(get('a')).rejects.toThrow('The database is away.');
  expect(await get('a')).toBe('found');
});
