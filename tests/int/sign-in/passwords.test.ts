import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { CLIENT_ADDRESS_HEADER } from '#platform/http/client-address.ts';
import { type Account, createAccount, PASSWORD } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';
import { readSessionToken } from '#tests/helpers/session.ts';

vi.hoisted(() => Object.assign(process.env, { RATE_LIMIT_FACTOR: '1' }));

/** Work that the endpoint goes on with after its response. */
const pendingWork: Promise<unknown>[] = [];

let admin: Account;
let writer: Account;

beforeAll(async () => {
  admin = await createAccount('admin', ['admin']);
  writer = await createAccount('writer', ['writer']);
  const api = await payload();
  const work = api.forgotPassword.bind(api);
  vi.spyOn(api, 'forgotPassword').mockImplementation((options) => {
    const done = work(options);
    pendingWork.push(done);
    return done;
  });
});

afterEach(() => Promise.all(pendingWork.splice(0)));

const SHORT = 'elevenchars';

it('requires twelve characters wherever a password is set', async () => {
  const { token } = admin;
  const person = { name: 'New', email: 'new@example.org', roles: ['writer'] };
  const create = (password: string) =>
    rest('POST', '/users', { token, data: { ...person, password } });
  expect(await create(SHORT)).toMatchObject({ status: 400 });
  expect(await create(`${SHORT}s`)).toMatchObject({ status: 201 });
  await expectRejectedEverywhere(SHORT);
});

it.each(['password1234', 'qwertyuiop12', 'writer@example.org', 'Throughcare1'])(
  'rejects a password that is easy to guess: %s',
  (password) => expectRejectedEverywhere(password),
);

/** Expects an error at the field from every endpoint that sets a password. */
async function expectRejectedEverywhere(password: string): Promise<void> {
  const { token } = admin;
  const responses = [
    await rest('PATCH', `/users/${writer.user.id}`, { token, data: { password } }),
    await rest('POST', '/users/reset-password', {
      data: { token: await createResetToken(), password },
    }),
  ];
  for (const { status, body } of responses) {
    expect(status).toBe(400);
    expect(body).toMatchObject({ errors: [{ data: { errors: [{ path: 'password' }] } }] });
  }
  const bulk = `/users?where[id][equals]=${writer.user.id}`;
  expect(await rest('PATCH', bulk, { token, data: { password } })).toMatchObject({ status: 400 });
}

/** Creates the token that a mail would contain. */
async function createResetToken(): Promise<string> {
  const token = await (await payload()).forgotPassword({
    collection: 'users',
    data: { email: writer.user.email },
    disableEmail: true,
    overrideAccess: true,
  });
  if (!token) throw new Error('No token.');
  return token;
}

it('ends all other sessions after a new password', async () => {
  const readMe = async (token: string) =>
    (await rest<{ user: object | null }>('GET', '/users/me', { token })).body.user;
  expect(await readMe(writer.token)).toMatchObject({ id: writer.user.id });
  const data = { token: await createResetToken(), password: `${PASSWORD} anew` };
  const response = await rest('POST', '/users/reset-password', { data });
  expect(response.status).toBe(200);
  expect(await readMe(writer.token)).toBeNull();
  expect(await readMe(readSessionToken(response))).toMatchObject({ id: writer.user.id });
});

const forget = (email: unknown, address: string) =>
  rest('POST', '/users/forgot-password', {
    data: { email },
    headers: { [CLIENT_ADDRESS_HEADER]: address },
  });

it('does not reveal whether there is an account when somebody asks for a new password', async () => {
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

it.each([null, 7, { $ne: '' }, ''])('rejects an invalid address: %j', async (email) => {
  expect(await forget(email, '203.0.113.10')).toMatchObject({ status: 400 });
});
