import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const DAY_MS = 24 * 60 * 60 * 1000;
const EMAIL = 'sam@example.org';

// What other tests have imported knows their environment.
beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const having = (cookie: string) => new Headers({ Cookie: cookie.split(';')[0] ?? '' });

it.each([
  ['https://example.org', /^__Host-device-[\w-]{12}=[^;]+; .*; Secure$/],
  ['http://localhost:3000', /^device-[\w-]{12}=[^;]+; .*; SameSite=Strict$/],
])('on %s a device is told by a cookie for this host alone', async (origin, pattern) => {
  vi.stubEnv('SITE_URL', origin);
  const { deviceCookie, deviceOf } = await import('./device-cookie.ts');
  const cookie = deviceCookie(EMAIL, undefined);
  expect(cookie).toMatch(pattern);
  expect(cookie).not.toContain('sam');
  expect(deviceOf(having(cookie), EMAIL)).toBeDefined();
  expect(deviceOf(having(cookie), 'other@example.org')).toBeUndefined();
});

it('a device is a stranger after half a year, and not before', async () => {
  const { deviceCookie, deviceOf } = await import('./device-cookie.ts');
  const headers = having(deviceCookie(EMAIL, 'known', 0));
  expect(deviceOf(headers, EMAIL, 179 * DAY_MS)).toBe('known');
  expect(deviceOf(headers, EMAIL, 180 * DAY_MS)).toBeUndefined();
});

it.each(['', '.', '..', 'a.b', 'a.b.c', 'a.0.c.d'])('%j is no device', async (value) => {
  const { deviceCookie, deviceOf } = await import('./device-cookie.ts');
  const name = deviceCookie(EMAIL, undefined).split('=')[0];
  expect(deviceOf(having(`${name}=${value}`), EMAIL)).toBeUndefined();
});
