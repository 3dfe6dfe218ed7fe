import { expect, it, vi } from 'vitest';
import { clearMemoized, memoizeBriefly } from './memoize-briefly.ts';

const countedRead = () => {
  let now = 5_000;
  const read = vi.fn(async (key: string) => `${key} ${read.mock.calls.length}`);
  return { read, get: memoizeBriefly(read, () => now), passTime: (ms: number) => (now += ms) };
};

it('reads once for all calls within a second', async () => {
  const { read, get, passTime } = countedRead();
  expect(await Promise.all([get('a'), get('a'), get('b')])).toEqual(['a 1', 'a 1', 'b 2']);
  passTime(999);
  expect(await get('a')).toBe('a 1');
  expect(read).toHaveBeenCalledTimes(2);
});

it('returns the stale value in the next second, and reads once in the background', async () => {
  const { read, get, passTime } = countedRead();
  await get('a');
  passTime(1_000);
  expect(await Promise.all([get('a'), get('a')])).toEqual(['a 1', 'a 1']);
  expect(read).toHaveBeenCalledTimes(2);
  expect(await get('a')).toBe('a 2');
});

it('returns no value that is two seconds old', async () => {
  const { get, passTime } = countedRead();
  await get('a');
  passTime(2_000);
  expect(await get('a')).toBe('a 2');
});

it('counts the age from the start of the new read', async () => {
  const { get, passTime } = countedRead();
  await get('a');
  passTime(1_500);
  await get('a');
  passTime(1_000);
  await get('a');
  expect(await get('a')).toBe('a 3');
});

it('reads again after it is cleared', async () => {
  const { get } = countedRead();
  await get('a');
  clearMemoized();
  expect(await get('a')).toBe('a 2');
});

it('drops a read that began before it was cleared', async () => {
  const { get, passTime } = countedRead();
  await get('a');
  passTime(1_000);
  // The second read has begun; its value must not be memoized.
  await get('a');
  clearMemoized();
  expect(await get('a')).toBe('a 3');
  expect(await get('a')).toBe('a 3');
});

it('does not memoize a failure', async () => {
  const read = vi.fn(async () => 'found').mockRejectedValueOnce(new Error('The database is away.'));
  const get = memoizeBriefly(read);
  await expect(get('a')).rejects.toThrow('The database is away.');
  expect(await get('a')).toBe('found');
});
