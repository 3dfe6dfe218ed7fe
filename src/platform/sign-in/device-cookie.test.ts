import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const DAY_MS = 24 * 60 * 60 * 1000;
const EMAIL = 'sam@example.org';

// Modules that other tests have imported have read their environment.
beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const headersWith = (cookie: string) => new Headers({ Cookie: cookie.split(';')[0] ?? '' });

it.each([
  ['https://example.org', /^__Host-device-[\w-]{12}=[^;]+; .*; Secure$/],
  ['http://localhost:3000', /^device-[\w-]{12}=[^;]+; .*; SameSite=Strict$/],
])('sets a cookie for this host only, on %s', async (origin, pattern) => {
  vi.stubEnv('SITE_URL', origin);
  const { deviceCookie, knownDeviceOf } = await import('./device-cookie.ts');
  const cookie = deviceCookie(EMAIL, undefined);
  expect(cookie).toMatch(pattern);
  expect(cookie).not.toContain('sam');
  expect(knownDeviceOf(headersWith(cookie), EMAIL)).toBeDefined();
  expect(knownDeviceOf(headersWith(cookie), 'other@example.org')).toBeUndefined();
});

it('forgets a device after half a year', async () => {
  const { deviceCookie, knownDeviceOf } = await import('./device-cookie.ts');
  const headers = headersWith(deviceCookie(EMAIL, 'known', 0));
  expect(knownDeviceOf(headers, EMAIL, 179 * DAY_MS)).toBe('known');
  expect(knownDeviceOf(headers, EMAIL, 180 * DAY_MS)).toBeUndefined();
});

it.each(['', '.', '..', 'a.b', 'a.b.c', 'a.0.c.d'])(
  'rejects the invalid value %j',
  async (value) => {
    const { deviceCookie, knownDeviceOf } = await import('./device-cookie.ts');
    const name = deviceCookie(EMAIL, undefined).split('=')[0];
    expect(knownDeviceOf(headersWith(`${name}=${value}`), EMAIL)).toBeUndefined();
  },
);
