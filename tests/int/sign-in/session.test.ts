import { beforeAll, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { type Account, account, PASSWORD } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';
import { sessionIn } from '#tests/helpers/session.ts';

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
  return rest('POST', '/users/refresh-token', { token: writer.token });
}

it('a session ends after half an hour in which nothing is done', () => {
  expect(lasts(writer.token)).toBe(30 * 60);
});

it('goes on as long as something is done', async () => {
  expect(lasts(sessionIn(await stay(6)))).toBe(30 * 60);
});

it('and ends after twelve hours, whatever is done', async () => {
  expect(lasts(sessionIn(await stay(11.75)))).toBeOneOf([15 * 60 - 1, 15 * 60]);
  expect(await stay(12.1)).toMatchObject({ status: 403 });
});

it('no answer holds a session but in its cookie, and none works as a header', async () => {
  const { email } = writer.user;
  const login = { data: { email, password: PASSWORD } };
  const answers = [
    await rest('POST', '/users/login', login),
    await rest('POST', '/users/refresh-token', {
      token: (await account('other', ['writer'])).token,
    }),
    await rest('GET', '/users/me', { token: sessionIn(await rest('POST', '/users/login', login)) }),
  ];
  for (const { status, body } of answers) {
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toMatch(/eyJ[\w-]+\./);
  }
  const token = sessionIn(answers[0] as (typeof answers)[0]);
  for (const scheme of ['JWT', 'Bearer']) {
    const headers = { Authorization: `${scheme} ${token}`, 'Sec-Fetch-Site': 'same-origin' };
    expect((await rest('GET', '/users/me', { headers })).body).toMatchObject({ user: null });
  }
});
