import { afterAll, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { env } from '#platform/environment/env.ts';
import { type Account, createAccount } from '#tests/helpers/accounts.ts';
import { readOutbox } from '#tests/helpers/outbox.ts';
import { rest } from '#tests/helpers/rest.ts';

// Payload creates its email adapter when it starts.
const mailbox = await vi.hoisted(async () => {
  const { openMailbox } = await import('#tests/helpers/mailbox.ts');
  const opened = await openMailbox();
  process.env.SMTP_URL = opened.url;
  return opened;
});

afterAll(() => mailbox.close());

const NEW_PASSWORD = 'a new password, long enough';

const forgot = (email: string) => rest('POST', '/users/forgot-password', { data: { email } });

const canSignIn = async ({ user }: Account, password: string) =>
  (await rest('POST', '/users/login', { data: { email: user.email, password } })).status === 200;

it('sends one mail with a link that sets a new password once', async () => {
  const someone = await createAccount('Forgetful', ['writer']);
  const forgotPassword = vi.spyOn(await payload(), 'forgotPassword');
  expect((await forgot(someone.user.email)).status).toBe(200);
  // Payload sends the mail before it commits the transaction with the token.
  await Promise.all(forgotPassword.mock.results.map(({ value }) => value));
  expect(mailbox.mails).toHaveLength(1);
  expect(mailbox.recipients).toEqual([[someone.user.email]]);
  const [mail] = mailbox.mails;
  const links = [...String(mail?.html).matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '');
  const link = new URL(links[0] ?? '');
  expect(link.origin).toBe(env.SITE_URL);
  expect(link.pathname).toMatch(/^\/admin\/reset\/[0-9a-f]+$/);
  // The outbox, and so the list of messages in the admin, must not have it.
  expect(await readOutbox()).toEqual([]);

  const token = link.pathname.split('/').at(-1);
  const reset = () =>
    rest('POST', '/users/reset-password', { data: { token, password: NEW_PASSWORD } });
  expect((await reset()).status).toBe(200);
  expect(await canSignIn(someone, NEW_PASSWORD)).toBe(true);
  expect((await reset()).status).toBe(403);
  // The notification of the new password.
  await vi.waitFor(() => expect(mailbox.mails).toHaveLength(2));
});

it('answers the same for an unknown address, and sends no mail', async () => {
  mailbox.mails.length = 0;
  const existing = await createAccount('Somebody else', ['writer']);
  const responses = [await forgot('nobody.here@example.org'), await forgot(existing.user.email)];
  expect(responses[0]).toEqual(responses[1]);
  await vi.waitFor(() => expect(mailbox.mails).toHaveLength(1));
  expect(mailbox.recipients.at(-1)).toEqual([existing.user.email]);
});

it('logs a failed mail without its address', async () => {
  mailbox.rejectWith = 550;
  const loggedText = () => vi.mocked(console.error).mock.calls.join();
  const someone = await createAccount('Unreachable', ['writer']);
  expect((await forgot(someone.user.email)).status).toBe(200);
  await vi.waitFor(() => expect(loggedText()).toContain('mail-550'), { timeout: 10_000 });
  expect(loggedText()).not.toContain(someone.user.email);
  vi.mocked(console.error).mockClear();
});
