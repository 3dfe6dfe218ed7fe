import { afterAll, expect, it, vi } from 'vitest';
import { payload } from '#data/payload.ts';
import { env } from '#platform/environment/env.ts';
import { type Account, account } from '#tests/helpers/accounts.ts';
import { outbox } from '#tests/helpers/outbox.ts';
import { rest } from '#tests/helpers/rest.ts';

// Payload takes up its way of mailing while it starts.
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

it('a forgotten password brings one mail, with a link into our admin that sets a new one once', async () => {
  const someone = await account('Forgetful', ['writer']);
  const behind = vi.spyOn(await payload(), 'forgotPassword');
  expect((await forgot(someone.user.email)).status).toBe(200);
  // The mail goes out before the transaction of its token is over.
  await Promise.all(behind.mock.results.map(({ value }) => value));
  expect(mailbox.mails).toHaveLength(1);
  expect(mailbox.recipients).toEqual([[someone.user.email]]);
  const [mail] = mailbox.mails;
  const links = [...String(mail?.html).matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '');
  const link = new URL(links[0] ?? '');
  expect(link.origin).toBe(env.SITE_URL);
  expect(link.pathname).toMatch(/^\/admin\/reset\/[0-9a-f]+$/);
  // It is nobody else's to see: neither in the outbox nor in the list of messages.
  expect(await outbox()).toEqual([]);

  const token = link.pathname.split('/').at(-1);
  const reset = () =>
    rest('POST', '/users/reset-password', { data: { token, password: NEW_PASSWORD } });
  expect((await reset()).status).toBe(200);
  expect(await canSignIn(someone, NEW_PASSWORD)).toBe(true);
  expect((await reset()).status).toBe(403);
  // Word of the new password.
  await vi.waitFor(() => expect(mailbox.mails).toHaveLength(2));
});

it('an unknown address gets the same answer, and no mail', async () => {
  mailbox.mails.length = 0;
  const known = await account('Somebody else', ['writer']);
  const answers = [await forgot('nobody.here@example.org'), await forgot(known.user.email)];
  expect(answers[0]).toEqual(answers[1]);
  await vi.waitFor(() => expect(mailbox.mails).toHaveLength(1));
  expect(mailbox.recipients.at(-1)).toEqual([known.user.email]);
});

it('a mail that is not taken is logged without the address', async () => {
  mailbox.refuseWith = 550;
  const said = () => vi.mocked(console.error).mock.calls.join();
  const someone = await account('Unreachable', ['writer']);
  expect((await forgot(someone.user.email)).status).toBe(200);
  await vi.waitFor(() => expect(said()).toContain('mail-550'), { timeout: 10_000 });
  expect(said()).not.toContain(someone.user.email);
  vi.mocked(console.error).mockClear();
});
