import { beforeAll, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { type Account, account } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';

const HOUR_MS = 60 * 60 * 1000;

let writer: Account;

beforeAll(async () => {
  writer = await account('writer', ['writer']);
});

const lasts = (token: string) => {
  const { exp, iat } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return exp - iat;
};

/** Asks to stay signed in, in a session that began so long ago. */
async function stay(hours: number) {
  const began = new Date(Date.now() - hours * HOUR_MS);
  const { users } = (await payload()).db.collections;
  await users?.updateOne({ _id: writer.user.id }, { $set: { 'sessions.0.createdAt': began } });
  return rest<{ refreshedToken: string; exp: number }>('POST', '/users/refresh-token', {
    token: writer.token,
  });
}

it('a session ends after half an hour in which nothing is done', () => {
  expect(lasts(writer.token)).toBe(30 * 60);
});

it('goes on as long as something is done', async () => {
  const { status, body } = await stay(6);
  expect(status).toBe(200);
  expect(lasts(body.refreshedToken)).toBe(30 * 60);
});

it('and ends after twelve hours, whatever is done', async () => {
  const { body } = await stay(11.75);
  expect(lasts(body.refreshedToken)).toBeOneOf([15 * 60 - 1, 15 * 60]);
  expect(await stay(12.1)).toMatchObject({ status: 403 });
});
