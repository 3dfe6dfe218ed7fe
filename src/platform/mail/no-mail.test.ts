import type { Payload } from 'payload';
import { expect, it, vi } from 'vitest';
import { noMail } from './no-mail.ts';

it('says that a mail was not sent, and nothing of what was in it', async () => {
  const warn = vi.fn();
  const payload = { logger: { warn } } as unknown as Payload;
  await noMail({ payload }).sendEmail({
    to: 'sam@example.org',
    subject: 'Reset your password',
    text: 'https://example.org/reset/secret',
  });
  expect(warn.mock.calls).toEqual([['A mail could not be sent: no mail server is set up.']]);
});
