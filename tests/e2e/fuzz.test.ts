import { expect, inject, it } from 'vitest';
import {
  countDocumentsByCollection,
  countNewDocuments,
  sendHostileRequests,
} from '#tests/helpers/fuzz.ts';
import { hostileRestRequests } from '#tests/helpers/hostile/rest.ts';
import { hostileSubmissions } from '#tests/helpers/hostile/submissions.ts';
import { sessionToken } from '#tests/helpers/rest-as-role.ts';
import { SEED } from '#tests/helpers/seed.ts';
import { sessionHeaders } from '#tests/helpers/session.ts';

const site = inject('site');

it.each([
  ['to submission endpoints', () => hostileSubmissions(SEED, 150), async () => ({})],
  ['to REST', () => hostileRestRequests(SEED, 100), async () => ({})],
  [
    'to REST with a session',
    () => hostileRestRequests(SEED + 1, 50),
    async () => sessionHeaders(await sessionToken('editor')),
  ],
])(`rejects hostile requests %s, and stores nothing (seed ${SEED})`, async (_, make, sign) => {
  const before = await countDocumentsByCollection(site);
  const { serverErrors, wronglyAccepted, acknowledged } = await sendHostileRequests(
    site,
    make(),
    await sign(),
  );
  expect(serverErrors).toEqual([]);
  expect(wronglyAccepted).toEqual([]);
  const added = Object.values(countNewDocuments(before, await countDocumentsByCollection(site)));
  expect(added.reduce((sum, count) => sum + Math.abs(count), 0)).toBe(acknowledged.size);
});
