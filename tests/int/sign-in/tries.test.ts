import { beforeAll, describe, expect, it, vi } from 'vitest';
import { CLIENT_ADDRESS } from '#platform/http/client-address.ts';
import { type Account, account, PASSWORD } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';
import { sessionIn } from '#tests/helpers/session.ts';

// The limits as they are for people.
vi.hoisted(() => Object.assign(process.env, { RATE_LIMIT_FACTOR: '1' }));

interface Refused {
  errors: { message: string }[];
}

let writer: Account;

beforeAll(async () => {
  writer = await account('tried writer', ['writer']);
});

const login = (email: unknown, password: unknown, address: string) =>
  rest<Refused>('POST', '/users/login', {
    data: { email, password },
    headers: { [CLIENT_ADDRESS]: address },
  });

it('a hundred wrong tries from one address do not stop the right person from another', async () => {
  const statuses: number[] = [];
  for (let tried = 0; tried < 100; tried += 1) {
    const { status } = await login(writer.user.email, `wrong password ${tried}`, '203.0.113.1');
    statuses.push(status);
  }
  const wrong = statuses.filter((status) => status === 401).length;
  const stopped = statuses.filter((status) => status === 429).length;
  console.log(`100 wrong tries: ${wrong} looked at, ${stopped} stopped`);
  expect([wrong, stopped]).toEqual([10, 90]);

  const { status, headers, body } = await login(writer.user.email, PASSWORD, '203.0.113.1');
  expect(status).toBe(429);
  expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(body.errors[0]?.message).toMatch(/^Too many tries\. Wait \d+ minutes, then try again\.$/);

  expect(await login(writer.user.email, PASSWORD, '203.0.113.2')).toMatchObject({ status: 200 });
});

it('who signs in rightly is not counted', async () => {
  for (let time = 0; time < 12; time += 1) {
    const { status } = await login(` ${writer.user.email.toUpperCase()} `, PASSWORD, '203.0.113.3');
    expect(status).toBe(200);
  }
});

it('who signs in on many devices at once gets a session on each', async () => {
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => login(writer.user.email, PASSWORD, '203.0.113.7')),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  for (const answer of answers) {
    const token = sessionIn(answer);
    const me = await rest<{ user: object | null }>('GET', '/users/me', { token });
    expect(me.body.user).not.toBeNull();
  }
});

it('an account that is not there is answered and counted as one that is', async () => {
  const known = await login(writer.user.email, 'a wrong password', '203.0.113.4');
  const unknown = await login('nobody@example.org', 'a wrong password', '203.0.113.4');
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  for (let tried = 1; tried < 10; tried += 1) {
    await login('nobody@example.org', 'a wrong password', '203.0.113.4');
  }
  expect(await login('nobody@example.org', 'a', '203.0.113.4')).toMatchObject({ status: 429 });
});

it('many accounts from one address are stopped too', async () => {
  const tries = Array.from({ length: 60 }, (_, number) =>
    login(`person-${number}@example.org`, 'a wrong password', '203.0.113.5'),
  );
  const answers = await Promise.all(tries);
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(50);
});

it.each([
  [null, PASSWORD],
  [{ $gt: '' }, PASSWORD],
  [['a@example.org'], 1],
  ['a@example.org', { $ne: 1 }],
  ['a@example.org', ''],
  [undefined, undefined],
])('what is no account and password is said to be wrong: %j %j', async (email, password) => {
  const { status } = await login(email, password, '203.0.113.6');
  expect(status).toBe(400);
});

describe('a device that signed in before', () => {
  const OFFICE = '203.0.113.8';

  /** As a browser that has these cookies. */
  const from = (cookie: string, email: string, password: string, address = OFFICE) =>
    rest<Refused>('POST', '/users/login', {
      data: { email, password },
      headers: { [CLIENT_ADDRESS]: address, Cookie: cookie },
    });

  const deviceIn = ({ headers }: { headers: Headers }): string => {
    const cookie = headers.getSetCookie().find((one) => /device-/.test(one)) ?? '';
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    return cookie.split(';')[0] ?? '';
  };

  const guess = async (email: string, times: number, cookie = '') => {
    const tries = Array.from({ length: times }, (_, number) =>
      from(cookie, email, `a wrong guess ${number}`),
    );
    return (await Promise.all(tries)).filter(({ status }) => status === 401).length;
  };

  it('is not locked out by who guesses behind the same address', async () => {
    const { email } = writer.user;
    const device = deviceIn(await from('', email, PASSWORD));
    // Where the test above guessed.
    expect(await from('', email, PASSWORD, '203.0.113.5')).toMatchObject({ status: 429 });
    const again = await from(`a=b; ${device}`, email, PASSWORD, '203.0.113.5');
    expect(again.status).toBe(200);
    // It is the same device as before, with the count that it had.
    expect(deviceIn(again).split('.')[0]).toBe(device.split('.')[0]);
  });

  it('has no tries but its own, and those of its address once', async () => {
    const someone = await account('tries from a device', ['writer']);
    const { email } = someone.user;
    const device = deviceIn(await from('', email, PASSWORD, '203.0.113.20'));
    const looked = async (cookie: string, address: string) => {
      const answers = await Promise.all(
        Array.from({ length: 30 }, () => from(cookie, email, 'a wrong guess', address)),
      );
      return answers.filter(({ status }) => status === 401).length;
    };
    expect(await looked(device, '203.0.113.21')).toBe(20);
    expect(await looked(device, '203.0.113.22')).toBe(10);
  });

  it.each([
    ['another', (device: string) => device],
    ['this one, forged', (device: string) => `${device.slice(0, -2)}AA`],
  ])('of an account is nothing to %s', async (of, made) => {
    const mine = await account(`device of ${of.split(',')[0]}`, ['writer']);
    const theirs = await account(`not ${of.split(',')[0]}`, ['writer']);
    const device = made(deviceIn(await from('', mine.user.email, PASSWORD, '203.0.113.30')));
    const name = deviceIn(await from('', theirs.user.email, PASSWORD, '203.0.113.30')).split(
      '=',
    )[0];
    const cookie = of === 'another' ? `${name}=${device.split('=')[1]}` : device;
    const { email } = of === 'another' ? theirs.user : mine.user;
    await guess(email, 10, cookie);
    expect(await from(cookie, email, PASSWORD)).toMatchObject({ status: 429 });
  });
});
