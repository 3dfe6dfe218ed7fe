import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { type Account, createAccount, PASSWORD } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';
import { readSessionToken } from '#tests/helpers/session.ts';

// Payload creates its email adapter when it starts. Rate limits as in production.
const mailbox = await vi.hoisted(async () => {
  const { openMailbox } = await import('#tests/helpers/mailbox.ts');
  const opened = await openMailbox();
  Object.assign(process.env, { SMTP_URL: opened.url, RATE_LIMIT_FACTOR: '1' });
  return opened;
});

afterAll(() => mailbox.close());

/** Waits for mails to the address that the account had when it was created, and returns them as JSON. */
async function mailsTo({ user }: Account, count = 1): Promise<string> {
  const ownMails = () =>
    mailbox.mails.filter((_, at) => mailbox.recipients[at]?.[0] === user.email);
  await vi.waitFor(() => expect(ownMails()).toHaveLength(count));
  return JSON.stringify(ownMails());
}

const NEW_PASSWORD = 'elf mutual cabin seven';

let admin: Account;

beforeAll(async () => {
  admin = await createAccount('admin', ['admin']);
});

const change = ({ user }: Account, token: string, data: object, query = '') =>
  rest('PATCH', query ? `/users${query}` : `/users/${user.id}`, { token, data });

/** A response that requires the current password. */
const PASSWORD_REQUIRED = {
  status: 400,
  body: { errors: [{ data: { errors: [{ path: 'currentPassword' }] } }] },
};

const readStored = async ({ user }: Account) =>
  (await payload()).db.collections.users?.findById(user.id).lean<Record<string, unknown>>();

const isSignedIn = async (token: string) =>
  (await rest<{ user: object | null }>('GET', '/users/me', { token })).body.user !== null;

const createSession = async ({ user }: Account, password = PASSWORD) =>
  readSessionToken(await rest('POST', '/users/login', { data: { email: user.email, password } }));

/** Makes all sessions of an account that many minutes old. */
async function ageSessions({ user }: Account, minutes: number): Promise<void> {
  const began = new Date(Date.now() - minutes * 60_000);
  await (await payload()).db.collections.users?.updateOne(
    { _id: user.id },
    { $set: { 'sessions.$[].createdAt': began } },
  );
}

it.each([
  ['address', { email: 'thief@example.org' }],
  ['password', { password: NEW_PASSWORD }],
])('does not change the owner’s %s without the current password', async (what, data) => {
  const person = await createAccount(`robbed of ${what}`, ['writer']);
  const before = await readStored(person);
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
    const changes = currentPassword === undefined ? data : { ...data, currentPassword };
    expect(await change(person, token, changes), String(currentPassword)).toMatchObject(
      PASSWORD_REQUIRED,
    );
  }
  const query = `?where[id][equals]=${person.user.id}`;
  expect(await change(person, token, data, query)).toMatchObject({ status: 400 });
  expect(await readStored(person)).toEqual(before);
  expect(mailbox.recipients.flat()).not.toContain(person.user.email);
});

it('changes other fields while the form repeats the address', async () => {
  const person = await createAccount('renamed', ['writer']);
  const { email, roles } = person.user;
  const data = {
    name: 'New Name',
    email: ` ${email.toUpperCase()} `,
    roles,
    currentPassword: null,
  };
  expect(await change(person, person.token, data)).toMatchObject({ status: 200 });
});

it('cannot guess the current password, and does not lock other sessions out', async () => {
  const person = await createAccount('guessed', ['writer']);
  const data = { password: NEW_PASSWORD };
  const tries = Array.from({ length: 12 }, (_, number) =>
    change(person, person.token, { ...data, currentPassword: `a wrong guess ${number}` }),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  const right = { ...data, currentPassword: PASSWORD };
  expect(await change(person, person.token, right)).toMatchObject({ status: 429 });
  const otherSession = await createSession(person);
  expect(await change(person, otherSession, right)).toMatchObject({ status: 200 });
});

it('ends with a new address, and the old address gets a mail', async () => {
  const person = await createAccount('moving', ['writer']);
  const stolen = await createSession(person);
  const data = { email: 'moved@example.org', currentPassword: PASSWORD };
  const response = await change(person, person.token, data);
  expect(response.status).toBe(200);
  expect(JSON.stringify([response.body, await readStored(person)])).not.toContain(PASSWORD);
  expect([await isSignedIn(person.token), await isSignedIn(stolen)]).toEqual([true, false]);
  const mails = await mailsTo(person);
  expect(mails).toContain('email address');
  expect(mails).not.toContain('moved@');
});

it('ends with a new password, and the address gets a mail', async () => {
  const person = await createAccount('changing', ['writer']);
  const stolen = await createSession(person);
  const data = { password: NEW_PASSWORD, currentPassword: PASSWORD };
  expect(await change(person, person.token, data)).toMatchObject({ status: 200 });
  expect([await isSignedIn(person.token), await isSignedIn(stolen)]).toEqual([true, false]);
  expect(await isSignedIn(await createSession(person, NEW_PASSWORD))).toBe(true);
  expect(await mailsTo(person)).toContain('its password');
});

it('notifies the owner of a password reset by mail, and of changed roles', async () => {
  const person = await createAccount('notified', ['writer']);
  const token = await (await payload()).forgotPassword({
    collection: 'users',
    data: { email: person.user.email },
    disableEmail: true,
    overrideAccess: true,
  });
  const data = { token, password: NEW_PASSWORD };
  expect(await rest('POST', '/users/reset-password', { data })).toMatchObject({ status: 200 });
  await mailsTo(person);
  await change(person, admin.token, { roles: ['editor'] });
  expect(await mailsTo(person, 2)).toContain('what it may do');
});

it('of an administrator creates and changes accounts only with the password or soon after sign-in', async () => {
  const other = await createAccount('other', ['writer']);
  const owner = await createAccount('another admin', ['admin']);
  const person = {
    name: 'New',
    email: 'new@example.org',
    password: NEW_PASSWORD,
    roles: ['admin'],
  };
  await ageSessions(owner, 11);
  const before = await readStored(other);
  for (const data of [
    { email: 'x@example.org' },
    { password: NEW_PASSWORD },
    { roles: ['admin'] },
  ]) {
    expect(await change(other, owner.token, data)).toMatchObject(PASSWORD_REQUIRED);
  }
  expect(await change(owner, owner.token, { roles: ['admin', 'lead'] })).toMatchObject(
    PASSWORD_REQUIRED,
  );
  expect(await rest('POST', '/users', { token: owner.token, data: person })).toMatchObject(
    PASSWORD_REQUIRED,
  );
  expect(await readStored(other)).toEqual(before);

  const proof = { currentPassword: PASSWORD };
  const data = { roles: ['editor'], ...proof };
  expect(await change(other, owner.token, data)).toMatchObject({ status: 200 });
  const made = await rest('POST', '/users', { token: owner.token, data: { ...person, ...proof } });
  expect(made.status).toBe(201);
  expect(JSON.stringify(made.body)).not.toContain(PASSWORD);
  await ageSessions(owner, 9);
  expect(await change(other, owner.token, { email: 'x@example.org' })).toMatchObject({
    status: 200,
  });
  await mailsTo(other, 2);
});
