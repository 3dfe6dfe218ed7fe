import { expect, it, vi } from 'vitest';
import { limiter } from '#data/limiter.ts';
import { payload } from '#data/payload.ts';

// The limits as they are for visitors.
vi.hoisted(() => Object.assign(process.env, { RATE_LIMIT_FACTOR: '1' }));

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

it('lets so many through, over all that count at once, and says when to come again', async () => {
  const limit = { name: 'tries', points: 5, seconds: 60 };
  // As in two processes: nothing is shared but the database.
  const [one, other] = [limiter(limit), limiter(limit)];
  const verdicts = await Promise.all([
    ...times(10, () => one('a')),
    ...times(10, () => other('a')),
  ]);
  expect(verdicts.filter(({ ok }) => ok)).toHaveLength(5);
  for (const { ok, retryAfterS } of verdicts) {
    if (ok) expect(retryAfterS).toBe(0);
    else expect(retryAfterS).toBeOneOf([59, 60]);
  }
  expect((await limiter(limit)('a')).ok).toBe(false);
});

it('counts each key and each name by itself, and as much as it costs', async () => {
  const one = limiter({ name: 'one', points: 2, seconds: 60 });
  const other = limiter({ name: 'other', points: 2, seconds: 60 });
  expect((await one('a', 2)).ok).toBe(true);
  expect((await one('a')).ok).toBe(false);
  expect((await one('b')).ok).toBe(true);
  expect((await other('a')).ok).toBe(true);
});

it('stores nothing that tells who it was, and lets MongoDB forget it', async () => {
  const key = 'canary@mail.example';
  await limiter({ name: 'quiet', points: 2, seconds: 60 })(key);
  const { db } = (await payload()).db.connection;
  const counts = db?.collection('rate-limits');
  expect(JSON.stringify(await counts?.find().toArray())).not.toContain('canary');
  expect(await counts?.indexes()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ key: { key: 1 }, unique: true }),
      expect.objectContaining({ key: { expire: -1 }, expireAfterSeconds: 0 }),
    ]),
  );
});

it('tells when its store is away, and counts again once it is back', async () => {
  const { connection } = (await payload()).db;
  const away = vi.spyOn(connection, 'getClient').mockImplementationOnce(() => {
    throw new Error('The database is away.');
  });
  const count = limiter({ name: 'away', points: 1, seconds: 60 });
  await expect(count('a')).rejects.toThrow('The database is away.');
  expect((await count('a')).ok).toBe(true);
  expect(away).toHaveBeenCalledTimes(2);
});
