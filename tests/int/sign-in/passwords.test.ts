import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { CLIENT_ADDRESS } from '#platform/http/client-address.ts';
import { type Account, account, PASSWORD } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';
import { sessionIn } from '#tests/helpers/session.ts';

vi.hoisted(() => Object.assign(process.env, { RATE_LIMIT_FACTOR: '1' }));

/** What is looked up and mailed after the answer. */
const behind: Promise<unknown>[] = [];

let admin: Account;
let writer: Account;

beforeAll(async () => {
  admin = await account('admin', ['admin']);
  writer = await account('writer', ['writer']);
  const api = await payload();
  const work = api.forgotPassword.bind(api);
  vi.spyOn(api, 'forgotPassword').mockImplementation((options) => {
    const done = work(options);
    behind.push(done);
    return done;
  });
});

afterEach(() => Promise.all(behind.splice(0)));

const SHORT = 'elevenchars';

it('a password has twelve characters, wherever it is set', async () => {
  const { token } = admin;
  const person = { name: 'New', email: 'new@example.org', roles: ['writer'] };
  const made = (password: string) =>
    rest('POST', '/users', { token, data: { ...person, password } });
  expect(await made(SHORT)).toMatchObject({ status: 400 });
  expect(await made(`${SHORT}s`)).toMatchObject({ status: 201 });
  await nowhereSet(SHORT);
});

it.each(['password1234', 'qwertyuiop12', 'writer@example.org', 'Throughcare1'])(
  'nor is one of the first that are tried: %s',
  (password) => nowhereSet(password),
);

/** It is refused at the field, whoever sets it and by which way. */
async function nowhereSet(password: string): Promise<void> {
  const { token } = admin;
  const answers = [
    await rest('PATCH', `/users/${writer.user.id}`, { token, data: { password } }),
    await rest('POST', '/users/reset-password', { data: { token: await resetToken(), password } }),
  ];
  for (const { status, body } of answers) {
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ data: { errors: [{ path: 'password' }] } }] });
  }
  const bulk = `/users?where[id][equals]=${writer.user.id}`;
  expect(await rest('PATCH', bulk, { token, data: { password } })).toMatchObject({ status: 400 });
}

/** As the mail has it. */
async function resetToken(): Promise<string> {
  const token = await (await payload()).forgotPassword({
    collection: 'users',
    data: { email: writer.user.email },
    disableEmail: true,
    overrideAccess: true,
  });
  if (!token) throw new Error('No token.');
  return token;
}

it('a new password ends all other sessions', async () => {
  const whoAmI = async (token: string) =>
    (await rest<{ user: object | null }>('GET', '/users/me', { token })).body.user;
  expect(await whoAmI(writer.token)).toMatchObject({ id: writer.user.id });
  const data = { token: await resetToken(), password: `${PASSWORD} anew` };
  const answer = await rest('POST', '/users/reset-password', { data });
  expect(answer.status).toBe(200);
  expect(await whoAmI(writer.token)).toBeNull();
  expect(await whoAmI(sessionIn(answer))).toMatchObject({ id: writer.user.id });
});

const forget = (email: unknown, address: string) =>
  rest('POST', '/users/forgot-password', {
    data: { email },
    headers: { [CLIENT_ADDRESS]: address },
  });

it('whether there is an account is not told by asking for a new password, nor how often', async () => {
  for (const email of [admin.user.email, 'nobody@example.org']) {
    for (let time = 0; time < 3; time += 1) {
      expect(await forget(email, '203.0.113.9')).toMatchObject({
        status: 200,
        body: { message: 'If there is an account, a mail is on its way.' },
      });
    }
    expect(await forget(email, '203.0.113.9')).toMatchObject({ status: 429 });
  }
});

it.each([null, 7, { $ne: '' }, ''])('who names no address is told: %j', async (email) => {
  expect(await forget(email, '203.0.113.10')).toMatchObject({ status: 400 });
});
