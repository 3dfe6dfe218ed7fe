import { expect, it } from 'vitest';
import { coalesce } from './coalesce.ts';

it('gives each caller a run that began after its call, in as few runs as possible', async () => {
  const runs: PromiseWithResolvers<number>[] = [];
  const call = coalesce(() => {
    const run = Promise.withResolvers<number>();
    runs.push(run);
    return run.promise;
  });
  const first = [call(), call()];
  await expect.poll(() => runs.length).toBe(1);
  const second = [call(), call(), call()];
  expect(runs).toHaveLength(1);
  runs[0]?.resolve(1);
  expect(await Promise.all(first)).toEqual([1, 1]);
  await expect.poll(() => runs.length).toBe(2);
  runs[1]?.resolve(2);
  expect(await Promise.all(second)).toEqual([2, 2, 2]);
});

it('runs again after a failed run', async () => {
  let times = 0;
  const call = coalesce(async () => {
    times += 1;
    if (times === 1) throw new Error('the first');
    return times;
  });
  await expect(call()).rejects.toThrow('the first');
  expect(await call()).toBe(2);
});
