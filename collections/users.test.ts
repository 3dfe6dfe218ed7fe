import { afterEach, beforeEach, expect, it, vi } from 'vitest';

// Modules that other tests imported have read their environment.
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
])('on %s, the session cookie is Secure: %s', async (origin, secure) => {
  vi.stubEnv('SITE_URL', origin);
  const { Users } = await import('./users.ts');
  expect(Users.auth).toMatchObject({ cookies: { sameSite: 'Lax', secure } });
});
