import { randomInt } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { tokenOf } from '#tests/helpers/colleague.ts';
import { documentsOf, fuzz, grown } from '#tests/helpers/fuzz.ts';
import { hostileRequests } from '#tests/helpers/hostile/requests.ts';
import { hostileRest } from '#tests/helpers/hostile/rest.ts';
import { sessionHeaders } from '#tests/helpers/session.ts';

const site = inject('site');
const seed = Number(process.env.SEED ?? randomInt(2 ** 31));

it.each([
  ['at the door', () => hostileRequests(seed, 150), async () => ({})],
  ['at REST', () => hostileRest(seed, 100), async () => ({})],
  [
    'at REST, from somebody who is signed in',
    () => hostileRest(seed + 1, 50),
    async () => sessionHeaders(await tokenOf('editor')),
  ],
])(`hostile requests %s break nothing and store nothing (seed ${seed})`, async (_, make, sign) => {
  const before = await documentsOf(site);
  const { broken, taken, acknowledged } = await fuzz(site, make(), await sign());
  expect(broken).toEqual([]);
  expect(taken).toEqual([]);
  const more = Object.values(grown(before, await documentsOf(site)));
  expect(more.reduce((sum, count) => sum + Math.abs(count), 0)).toBe(acknowledged.size);
});
