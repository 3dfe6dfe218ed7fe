import type { IncomingHttpHeaders } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CLIENT_ADDRESS_HEADER } from './client-address.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const HOUR_MS = 3_600_000;
const VISITOR = '203.0.113.9';

/** Loads the module as in a new process, with these trusted proxies. */
async function startProcess(trusted = '') {
  vi.stubEnv('TRUSTED_PROXIES', trusted);
  vi.resetModules();
  delete (globalThis as Record<symbol, unknown>)[Symbol.for('throughcare.unlisted-proxy')];
  const { observeRequest, unlistedProxyWarning } = await import('./unlisted-proxy.ts');
  const logged: unknown[] = [];
  return {
    logged,
    warning: unlistedProxyWarning,
    observe: (headers: IncomingHttpHeaders, now: number) =>
      observeRequest(headers, now, (...entry) => logged.push(entry)),
  };
}

beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const from = (address: string, headers = {}) => ({ [CLIENT_ADDRESS_HEADER]: address, ...headers });

test.each(['127.0.0.1', '10.1.2.3', '172.18.0.2', '::1', 'fd12::7'])(
  'warns of a proxy at %s at once, and logs it once',
  async (address) => {
    const { observe, logged, warning } = await startProcess('192.0.2.0/24');
    expect(warning(NOW)).toBeUndefined();
    for (let n = 0; n < 3; n += 1) observe(from(address, { 'x-forwarded-for': VISITOR }), NOW + n);
    expect(warning(NOW)).toContain(`add ${address}`);
    expect(warning(NOW)).not.toContain(VISITOR);
    expect(logged).toEqual([['unlisted-proxy', { warning: warning(NOW) }]]);
  },
);

test('recognizes a proxy by the Forwarded header', async () => {
  const { observe, warning } = await startProcess();
  observe(from('10.0.0.1', { forwarded: `for=${VISITOR}` }), NOW);
  expect(warning(NOW)).toContain('10.0.0.1');
});

test('drops the warning after an hour without such a request, and logs it again after a day', async () => {
  const { observe, logged, warning } = await startProcess();
  const forwarded = from('10.0.0.1', { 'x-forwarded-for': VISITOR });
  observe(forwarded, NOW);
  expect(warning(NOW + HOUR_MS)).toBeDefined();
  expect(warning(NOW + HOUR_MS + 1)).toBeUndefined();
  observe(forwarded, NOW + 2 * HOUR_MS);
  expect(logged).toHaveLength(1);
  observe(forwarded, NOW + 24 * HOUR_MS);
  expect(logged).toHaveLength(2);
});

test.each([
  ['a trusted proxy', '10.0.0.0/8', from(VISITOR, { 'x-forwarded-for': VISITOR })],
  [
    'a trusted proxy with an empty header',
    '10.0.0.0/8',
    from('10.0.0.1', { 'x-forwarded-for': '' }),
  ],
  [
    'a chain of trusted proxies',
    '10.0.0.0/8',
    from(VISITOR, { 'x-forwarded-for': `1.2.3.4, ${VISITOR}, 10.0.0.2` }),
  ],
  ['a direct request', '', from('127.0.0.1')],
  ['a request without a client address', '', {}],
])('does not warn of %s', async (_, trusted, headers) => {
  const { observe, warning } = await startProcess(trusted);
  for (let n = 0; n < 100; n += 1) observe(headers, NOW);
  expect(warning(NOW)).toBeUndefined();
});

test('warns of public addresses only if most requests are forwarded, and does not name them', async () => {
  const { observe, warning } = await startProcess();
  const forged = from(VISITOR, { 'x-forwarded-for': '198.51.100.1' });
  for (let n = 0; n < 200; n += 1) {
    observe(from('198.51.100.7'), NOW);
    observe(forged, NOW);
  }
  expect(warning(NOW)).toBeUndefined();
  for (let n = 0; n < 30; n += 1) observe(forged, NOW);
  expect(warning(NOW)).toMatch(/public addresses.*somebody only pretends/);
  expect(warning(NOW)).not.toContain(VISITOR);
});
