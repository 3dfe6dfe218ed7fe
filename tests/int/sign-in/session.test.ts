import { beforeAll, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { type Account, createAccount, PASSWORD } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';
import { readSessionToken } from '#tests/helpers/session.ts';

const HOUR_MS = 60 * 60 * 1000;

let writer: Account;

beforeAll(async () => {
  writer = await createAccount('writer', ['writer']);
});

const lifetimeS = (token: string) => {
  const { exp, iat } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return exp - iat;
};

/** Refreshes a session that began the given number of hours ago. */
async function refreshAfter(hours: number) {
  const began = new Date(Date.now() - hours * HOUR_MS);
  const { users } = (await payload()).db.collections;
  await users?.updateOne({ _id: writer.user.id }, { $set: { 'sessions.0.createdAt': began } });
  return rest('POST', '/users/refresh-token', { token: writer.token });
}

it('ends a session after half an hour without activity', () => {
  expect(lifetimeS(writer.token)).toBe(30 * 60);
});

it('extends an active session', async () => {
  expect(lifetimeS(readSessionToken(await refreshAfter(6)))).toBe(30 * 60);
});

it('ends every session after twelve hours', async () => {
  expect(lifetimeS(readSessionToken(await refreshAfter(11.75)))).toBeOneOf([15 * 60 - 1, 15 * 60]);
  expect(await refreshAfter(12.1)).toMatchObject({ status: 403 });
});

it('returns a session only in a cookie, and does not accept it in a header', async () => {
  const { email } = writer.user;
  const login = { data: { email, password: PASSWORD } };
  const responses = [
    await rest('POST', '/users/login', login),
    await rest('POST', '/users/refresh-token', {
      token: (await createAccount('other', ['writer'])).token,
    }),
    await rest('GET', '/users/me', {
      token: readSessionToken(await rest('POST', '/users/login', login)),
    }),
  ];
  for (const { status, body } of responses) {
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toMatch(/eyJ[\w-]+\./);
  }
  const token = readSessionToken(responses[0] as (typeof responses)[0]);
  for (const scheme of ['JWT', 'Bearer']) {
    const headers = { Authorization: `${scheme} ${token}`, 'Sec-Fetch-Site': 'same-origin' };
    expect((await rest('GET', '/users/me', { headers })).body).toMatchObject({ user: null });
  }
});
