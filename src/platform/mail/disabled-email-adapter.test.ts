import type { Payload } from 'payload';
import { expect, it, vi } from 'vitest';
import { disabledEmailAdapter } from './disabled-email-adapter.ts';

it('logs that a mail was not sent, without its content', async () => {
  const write = vi.spyOn(console, 'error').mockImplementation(() => {});
  await disabledEmailAdapter({ payload: {} as Payload }).sendEmail({
    to: 'sam@example.org',
    subject: 'Reset your password',
    text: 'https://example.org/reset/secret',
  });
  const [line, ...others] = write.mock.calls.flat();
  write.mockClear();
  expect(others).toEqual([]);
  expect(JSON.parse(String(line))).toEqual({
    at: expect.any(String),
    code: 'mail-disabled',
    text: 'A mail could not be sent: no mail server is set up.',
  });
});
