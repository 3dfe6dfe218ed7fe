import { expect, it, vi } from 'vitest';
import { LOG_CODES, type LogCode } from './log-codes.ts';
import { logFailure } from './log-failure.ts';

const TYPED = 'Ann Canary, 212 555 0142';

it.each(Object.keys(LOG_CODES) as LogCode[])('logs %s without the message of the error', (code) => {
  const write = vi.spyOn(console, 'error').mockImplementation(() => {});
  logFailure(code, new TypeError(`No ${TYPED}`, { cause: TYPED }), { route: '/articles/[slug]' });
  const line = String(write.mock.lastCall);
  write.mockClear();
  expect(line).not.toContain(TYPED);
  expect(JSON.parse(line)).toMatchObject({
    code,
    text: LOG_CODES[code],
    route: '/articles/[slug]',
    error: { name: 'TypeError', frames: expect.any(Array) },
  });
});
