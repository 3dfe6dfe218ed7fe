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
  expect(read).toHaveBeenCalledTimes(2);
});

it('reads anew, once, beside the answer of the second second', async () => {
  const { read, get, pass } = counting();
  await get('a');
  pass(1_000);
  expect(await Promise.all([get('a'), get('a')])).toEqual(['a 1', 'a 1']);
  expect(read).toHaveBeenCalledTimes(2);
  expect(await get('a')).toBe('a 2');
});

it('gives no answer that is two seconds old', async () => {
  const { get, pass } = counting();
  await get('a');
  pass(2_000);
  expect(await get('a')).toBe('a 2');
});

it('counts from the moment at which it began to read anew', async () => {
  const { get, pass } = counting();
  await get('a');
  pass(1_500);
  await get('a');
  pass(1_000);
  await get('a');
  expect(await get('a')).toBe('a 3');
});

it('reads anew what was changed', async () => {
  const { get } = counting();
  await get('a');
  forgetKept();
  expect(await get('a')).toBe('a 2');
});

it('does not keep what was read before a change that came meanwhile', async () => {
  const { get, pass } = counting();
  await get('a');
  pass(1_000);
  // Its second read has begun, and is not kept.
  await get('a');
  forgetKept();
  expect(await get('a')).toBe('a 3');
  expect(await get('a')).toBe('a 3');
});

it('does not keep a failure', async () => {
  const read = vi.fn(async () => 'found').mockRejectedValueOnce(new Error('The database is away.'));
  const get = keptBriefly(read);
  await expect(get('a')).rejects.toThrow('The database is away.');
  expect(await get('a')).toBe('found');
});
