import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CLIENT_ADDRESS_HEADER } from '#platform/http/client-address.ts';
import { type Account, createAccount, PASSWORD } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';
import { readSessionToken } from '#tests/helpers/session.ts';

// Rate limits as in production.
vi.hoisted(() => Object.assign(process.env, { RATE_LIMIT_FACTOR: '1' }));

interface ErrorBody {
  errors: { message: string }[];
}

let writer: Account;

beforeAll(async () => {
  writer = await createAccount('tried writer', ['writer']);
});

const login = (email: unknown, password: unknown, address: string) =>
  rest<ErrorBody>('POST', '/users/login', {
    data: { email, password },
    headers: { [CLIENT_ADDRESS_HEADER]: address },
  });

it('limits wrong passwords from one address, and not the owner at another one', async () => {
  const statuses: number[] = [];
  for (let tried = 0; tried < 100; tried += 1) {
    const { status } = await login(writer.user.email, `wrong password ${tried}`, '203.0.113.1');
    statuses.push(status);
  }
  const wrong = statuses.filter((status) => status === 401).length;
  const limited = statuses.filter((status) => status === 429).length;
  console.log(`100 wrong tries: ${wrong} looked at, ${limited} stopped`);
  expect([wrong, limited]).toEqual([10, 90]);

  const { status, headers, body } = await login(writer.user.email, PASSWORD, '203.0.113.1');
  expect(status).toBe(429);
  expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(body.errors[0]?.message).toMatch(/^Too many tries\. Wait \d+ minutes, then try again\.$/);

  expect(await login(writer.user.email, PASSWORD, '203.0.113.2')).toMatchObject({ status: 200 });
});

it('does not count successful sign-ins', async () => {
  for (let time = 0; time < 12; time += 1) {
    const { status } = await login(` ${writer.user.email.toUpperCase()} `, PASSWORD, '203.0.113.3');
    expect(status).toBe(200);
  }
});

it('creates a session for each of several simultaneous sign-ins', async () => {
  const responses = await Promise.all(
    Array.from({ length: 4 }, () => login(writer.user.email, PASSWORD, '203.0.113.7')),
  );
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  for (const response of responses) {
    const token = readSessionToken(response);
    const me = await rest<{ user: object | null }>('GET', '/users/me', { token });
    expect(me.body.user).not.toBeNull();
  }
});

it('answers and counts attempts for a missing account as for an existing one', async () => {
  const known = await login(writer.user.email, 'a wrong password', '203.0.113.4');
  const unknown = await login('nobody@example.org', 'a wrong password', '203.0.113.4');
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  for (let tried = 1; tried < 10; tried += 1) {
    await login('nobody@example.org', 'a wrong password', '203.0.113.4');
  }
  expect(await login('nobody@example.org', 'a', '203.0.113.4')).toMatchObject({ status: 429 });
});

it('limits attempts for many accounts from one address', async () => {
  const tries = Array.from({ length: 60 }, (_, number) =>
    login(`person-${number}@example.org`, 'a wrong password', '203.0.113.5'),
  );
  const responses = await Promise.all(tries);
  expect(responses.filter(({ status }) => status === 401)).toHaveLength(50);
});

it.each([
  [null, PASSWORD],
  [{ $gt: '' }, PASSWORD],
  [['a@example.org'], 1],
  ['a@example.org', { $ne: 1 }],
  ['a@example.org', ''],
  [undefined, undefined],
])('rejects invalid credentials: %j %j', async (email, password) => {
  const { status } = await login(email, password, '203.0.113.6');
  expect(status).toBe(400);
});

describe('a known device', () => {
  const OFFICE = '203.0.113.8';

  /** Signs in as a browser with these cookies. */
  const loginWith = (cookie: string, email: string, password: string, address = OFFICE) =>
    rest<ErrorBody>('POST', '/users/login', {
      data: { email, password },
      headers: { [CLIENT_ADDRESS_HEADER]: address, Cookie: cookie },
    });

  const deviceIn = ({ headers }: { headers: Headers }): string => {
    const cookie = headers.getSetCookie().find((header) => /device-/.test(header)) ?? '';
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    return cookie.split(';')[0] ?? '';
  };

  const guess = async (email: string, times: number, cookie = '') => {
    const tries = Array.from({ length: times }, (_, number) =>
      loginWith(cookie, email, `a wrong guess ${number}`),
    );
    return (await Promise.all(tries)).filter(({ status }) => status === 401).length;
  };

  it('is not locked out by guesses from the same address', async () => {
    const { email } = writer.user;
    const device = deviceIn(await loginWith('', email, PASSWORD));
    // The test above has used up the attempts of this address.
    expect(await loginWith('', email, PASSWORD, '203.0.113.5')).toMatchObject({ status: 429 });
    const again = await loginWith(`a=b; ${device}`, email, PASSWORD, '203.0.113.5');
    expect(again.status).toBe(200);
    // The device keeps its id, and so its counter.
    expect(deviceIn(again).split('.')[0]).toBe(device.split('.')[0]);
  });

  it('has its own attempts, and after them those of its address', async () => {
    const someone = await createAccount('tries from a device', ['writer']);
    const { email } = someone.user;
    const device = deviceIn(await loginWith('', email, PASSWORD, '203.0.113.20'));
    const countAttempts = async (cookie: string, address: string) => {
      const responses = await Promise.all(
        Array.from({ length: 30 }, () => loginWith(cookie, email, 'a wrong guess', address)),
      );
      return responses.filter(({ status }) => status === 401).length;
    };
    expect(await countAttempts(device, '203.0.113.21')).toBe(20);
    expect(await countAttempts(device, '203.0.113.22')).toBe(10);
  });

  it.each([
    ['another', (device: string) => device],
    ['this one, forged', (device: string) => `${device.slice(0, -2)}AA`],
  ])('is unknown to other accounts and with a forged value: %s', async (of, transform) => {
    const mine = await createAccount(`device of ${of.split(',')[0]}`, ['writer']);
    const theirs = await createAccount(`not ${of.split(',')[0]}`, ['writer']);
    const device = transform(
      deviceIn(await loginWith('', mine.user.email, PASSWORD, '203.0.113.30')),
    );
    const name = deviceIn(await loginWith('', theirs.user.email, PASSWORD, '203.0.113.30')).split(
      '=',
    )[0];
    const cookie = of === 'another' ? `${name}=${device.split('=')[1]}` : device;
    const { email } = of === 'another' ? theirs.user : mine.user;
    await guess(email, 10, cookie);
    expect(await loginWith(cookie, email, PASSWORD)).toMatchObject({ status: 429 });
  });
});
