import { afterEach, beforeEach, expect, it, vi } from 'vitest';

// What other tests have imported knows their environment.
beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

it.each([
  ['https://example.org', true],
  ['http://localhost:3000', false],
])('on %s, a session is for encrypted connections alone: %s', async (origin, secure) => {
  vi.stubEnv('SITE_URL', origin);
  const { Users } = await import('./users.ts');
  expect(Users.auth).toMatchObject({ cookies: { sameSite: 'Lax', secure } });
});
