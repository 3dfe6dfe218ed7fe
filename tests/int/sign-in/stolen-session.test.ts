import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { type Account, account, PASSWORD } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';
import { sessionIn } from '#tests/helpers/session.ts';

// Payload takes up its way of mailing while it starts. The limits are as they are for people.
const mailbox = await vi.hoisted(async () => {
  const { openMailbox } = await import('#tests/helpers/mailbox.ts');
  const opened = await openMailbox();
  Object.assign(process.env, { SMTP_URL: opened.url, RATE_LIMIT_FACTOR: '1' });
  return opened;
});

afterAll(() => mailbox.close());

/** What was said to the address that an account had when this test began, once so many mails are there. */
async function toldTo({ user }: Account, count = 1): Promise<string> {
  const mine = () => mailbox.mails.filter((_, at) => mailbox.recipients[at]?.[0] === user.email);
  await vi.waitFor(() => expect(mine()).toHaveLength(count));
  return JSON.stringify(mine());
}

const NEW_PASSWORD = 'elf mutual cabin seven';

let admin: Account;

beforeAll(async () => {
  admin = await account('admin', ['admin']);
});

const change = ({ user }: Account, token: string, data: object, query = '') =>
  rest('PATCH', query ? `/users${query}` : `/users/${user.id}`, { token, data });

const AT_FIELD = {
  status: 400,
  body: { errors: [{ data: { errors: [{ path: 'currentPassword' }] } }] },
};

const stored = async ({ user }: Account) =>
  (await payload()).db.collections.users?.findById(user.id).lean<Record<string, unknown>>();

const isSignedIn = async (token: string) =>
  (await rest<{ user: object | null }>('GET', '/users/me', { token })).body.user !== null;

const anotherSession = async ({ user }: Account, password = PASSWORD) =>
  sessionIn(await rest('POST', '/users/login', { data: { email: user.email, password } }));

/** As if that session had begun so many minutes ago. */
async function age({ user }: Account, minutes: number): Promise<void> {
  const began = new Date(Date.now() - minutes * 60_000);
  await (await payload()).db.collections.users?.updateOne(
    { _id: user.id },
    { $set: { 'sessions.$[].createdAt': began } },
  );
}

it.each([
  ['address', { email: 'thief@example.org' }],
  ['password', { password: NEW_PASSWORD }],
])('does not change the own %s without the current password', async (what, data) => {
  const person = await account(`robbed of ${what}`, ['writer']);
  const before = await stored(person);
  const { token } = person;
  for (const currentPassword of [
    undefined,
    null,
    '',
    'a wrong password',
    { equals: PASSWORD },
    7,
    [PASSWORD],
  ]) {
    const sent = currentPassword === undefined ? data : { ...data, currentPassword };
    expect(await change(person, token, sent), String(currentPassword)).toMatchObject(AT_FIELD);
  }
  const query = `?where[id][equals]=${person.user.id}`;
  expect(await change(person, token, data, query)).toMatchObject({ status: 400 });
  expect(await stored(person)).toEqual(before);
  expect(mailbox.recipients.flat()).not.toContain(person.user.email);
});

it('saves all else of the form, which sends the address along', async () => {
  const person = await account('renamed', ['writer']);
  const { email, roles } = person.user;
  const data = {
    name: 'New Name',
    email: ` ${email.toUpperCase()} `,
    roles,
    currentPassword: null,
  };
  expect(await change(person, person.token, data)).toMatchObject({ status: 200 });
});

it('cannot guess the current password, and keeps nobody from using it', async () => {
  const person = await account('guessed', ['writer']);
  const data = { password: NEW_PASSWORD };
  const tries = Array.from({ length: 12 }, (_, number) =>
    change(person, person.token, { ...data, currentPassword: `a wrong guess ${number}` }),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  const right = { ...data, currentPassword: PASSWORD };
  expect(await change(person, person.token, right)).toMatchObject({ status: 429 });
  const elsewhere = await anotherSession(person);
  expect(await change(person, elsewhere, right)).toMatchObject({ status: 200 });
});

it('ends with a new address, and the old one is told', async () => {
  const person = await account('moving', ['writer']);
  const stolen = await anotherSession(person);
  const data = { email: 'moved@example.org', currentPassword: PASSWORD };
  const answer = await change(person, person.token, data);
  expect(answer.status).toBe(200);
  expect(JSON.stringify([answer.body, await stored(person)])).not.toContain(PASSWORD);
  expect([await isSignedIn(person.token), await isSignedIn(stolen)]).toEqual([true, false]);
  const words = await toldTo(person);
  expect(words).toContain('email address');
  expect(words).not.toContain('moved@');
});

it('ends with a new password, and the address is told', async () => {
  const person = await account('changing', ['writer']);
  const stolen = await anotherSession(person);
  const data = { password: NEW_PASSWORD, currentPassword: PASSWORD };
  expect(await change(person, person.token, data)).toMatchObject({ status: 200 });
  expect([await isSignedIn(person.token), await isSignedIn(stolen)]).toEqual([true, false]);
  expect(await isSignedIn(await anotherSession(person, NEW_PASSWORD))).toBe(true);
  expect(await toldTo(person)).toContain('its password');
});

it('is told of a password that a mail set, and of roles', async () => {
  const person = await account('told', ['writer']);
  const token = await (await payload()).forgotPassword({
    collection: 'users',
    data: { email: person.user.email },
    disableEmail: true,
    overrideAccess: true,
  });
  const data = { token, password: NEW_PASSWORD };
  expect(await rest('POST', '/users/reset-password', { data })).toMatchObject({ status: 200 });
  await toldTo(person);
  await change(person, admin.token, { roles: ['editor'] });
  expect(await toldTo(person, 2)).toContain('what it may do');
});

it('of an administrator changes no account and makes none, unless it is fresh or the password comes with it', async () => {
  const other = await account('other', ['writer']);
  const owner = await account('another admin', ['admin']);
  const person = {
    name: 'New',
    email: 'new@example.org',
    password: NEW_PASSWORD,
    roles: ['admin'],
  };
  await age(owner, 11);
  const before = await stored(other);
  for (const data of [
    { email: 'x@example.org' },
    { password: NEW_PASSWORD },
    { roles: ['admin'] },
  ]) {
    expect(await change(other, owner.token, data)).toMatchObject(AT_FIELD);
  }
  expect(await change(owner, owner.token, { roles: ['admin', 'lead'] })).toMatchObject(AT_FIELD);
  expect(await rest('POST', '/users', { token: owner.token, data: person })).toMatchObject(
    AT_FIELD,
  );
  expect(await stored(other)).toEqual(before);

  const proof = { currentPassword: PASSWORD };
  const data = { roles: ['editor'], ...proof };
  expect(await change(other, owner.token, data)).toMatchObject({ status: 200 });
  const made = await rest('POST', '/users', { token: owner.token, data: { ...person, ...proof } });
  expect(made.status).toBe(201);
  expect(JSON.stringify(made.body)).not.toContain(PASSWORD);
  await age(owner, 9);
  expect(await change(other, owner.token, { email: 'x@example.org' })).toMatchObject({
    status: 200,
  });
  await toldTo(other, 2);
});
