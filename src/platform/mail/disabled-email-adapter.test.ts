import type { Payload } from 'payload';
import { expect, it, vi } from 'vitest';
import { disabledEmailAdapter } from './disabled-email-adapter.ts';

it('logs that a mail was not sent, without its content', async () => {
  const warn = vi.fn();
  const payload = { logger: { warn } } as unknown as Payload;
  await disabledEmailAdapter({ payload }).sendEmail({
    to: 'sam@example.org',
    subject: 'Reset your password',
    text: 'https://example.org/reset/secret',
  });
  expect(warn.mock.calls).toEqual([[{ code: 'mail-disabled' }]]);
});
