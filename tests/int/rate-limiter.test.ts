import { expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { createBoundRateLimiter } from '#data/rate-limiter.ts';

// Tests run with higher limits by default; this one uses those of production.
vi.hoisted(() => Object.assign(process.env, { RATE_LIMIT_FACTOR: '1' }));

const repeat = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

it('limits concurrent attempts of two processes together and says when to retry', async () => {
  const limit = { name: 'tries', points: 5, seconds: 60 };
  // Like two processes, they share nothing but the database.
  const [one, other] = [createBoundRateLimiter(limit), createBoundRateLimiter(limit)];
  const results = await Promise.all([
    ...repeat(10, () => one('a')),
    ...repeat(10, () => other('a')),
  ]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(5);
  for (const { ok, retryAfterS } of results) {
    if (ok) expect(retryAfterS).toBe(0);
    else expect(retryAfterS).toBeOneOf([59, 60]);
  }
  expect((await createBoundRateLimiter(limit)('a')).ok).toBe(false);
});

it('counts each key and each name separately, by cost', async () => {
  const one = createBoundRateLimiter({ name: 'one', points: 2, seconds: 60 });
  const other = createBoundRateLimiter({ name: 'other', points: 2, seconds: 60 });
  expect((await one('a', 2)).ok).toBe(true);
  expect((await one('a')).ok).toBe(false);
  expect((await one('b')).ok).toBe(true);
  expect((await other('a')).ok).toBe(true);
});

it('stores only hashed keys, with an expiry index', async () => {
  const key = 'canary@mail.example';
  await createBoundRateLimiter({ name: 'quiet', points: 2, seconds: 60 })(key);
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

it('throws while the database is unavailable and counts again afterwards', async () => {
  const { connection } = (await payload()).db;
  const getClient = vi.spyOn(connection, 'getClient').mockImplementationOnce(() => {
    throw new Error('The database is unavailable.');
  });
  const count = createBoundRateLimiter({ name: 'unavailable', points: 1, seconds: 60 });
  await expect(count('a')).rejects.toThrow('The database is unavailable.');
  expect((await count('a')).ok).toBe(true);
  expect(getClient).toHaveBeenCalledTimes(2);
});
