import { expect, it } from 'vitest';
import { together } from './together.ts';

it('gives everybody what began after they asked, and begins no more often than that takes', async () => {
  const begun: PromiseWithResolvers<number>[] = [];
  const ask = together(() => {
    const one = Promise.withResolvers<number>();
    begun.push(one);
    return one.promise;
  });
  const first = [ask(), ask()];
  await expect.poll(() => begun.length).toBe(1);
  const second = [ask(), ask(), ask()];
  expect(begun).toHaveLength(1);
  begun[0]?.resolve(1);
  expect(await Promise.all(first)).toEqual([1, 1]);
  await expect.poll(() => begun.length).toBe(2);
  begun[1]?.resolve(2);
  expect(await Promise.all(second)).toEqual([2, 2, 2]);
});

it('goes on after one that failed', async () => {
  let times = 0;
  const ask = together(async () => {
    times += 1;
    if (times === 1) throw new Error('the first');
    return times;
  });
  await expect(ask()).rejects.toThrow('the first');
  expect(await ask()).toBe(2);
});
