import type { IncomingHttpHeaders } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CLIENT_ADDRESS } from './client-address.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const HOUR_MS = 3_600_000;
const VISITOR = '203.0.113.9';

/** A process that has just started, with these proxies on its list. */
async function started(trusted = '') {
  vi.stubEnv('TRUSTED_PROXIES', trusted);
  vi.resetModules();
  delete (globalThis as Record<symbol, unknown>)[Symbol.for('throughcare.unlisted-proxy')];
  const { notice, unlistedProxy } = await import('./unlisted-proxy.ts');
  const said: object[] = [];
  return {
    said,
    unlistedProxy,
    notice: (headers: IncomingHttpHeaders, now: number) =>
      notice(headers, now, (line) => said.push(line)),
  };
}

beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const from = (address: string, headers = {}) => ({ [CLIENT_ADDRESS]: address, ...headers });

test.each(['127.0.0.1', '10.1.2.3', '172.18.0.2', '::1', 'fd12::7'])(
  'a proxy at %s is named at once, in the log once',
  async (address) => {
    const { notice, said, unlistedProxy } = await started('192.0.2.0/24');
    expect(unlistedProxy(NOW)).toBeUndefined();
    for (let n = 0; n < 3; n += 1) notice(from(address, { 'x-forwarded-for': VISITOR }), NOW + n);
    expect(unlistedProxy(NOW)).toContain(`add ${address}`);
    expect(unlistedProxy(NOW)).not.toContain(VISITOR);
    expect(said).toEqual([
      { at: '2026-11-24T12:00:00.000Z', where: 'proxy', warning: unlistedProxy(NOW) },
    ]);
  },
);

test('it is said of the header that other proxies send as well', async () => {
  const { notice, unlistedProxy } = await started();
  notice(from('10.0.0.1', { forwarded: `for=${VISITOR}` }), NOW);
  expect(unlistedProxy(NOW)).toContain('10.0.0.1');
});

test('it is forgotten an hour after the last of it, and said again a day later', async () => {
  const { notice, said, unlistedProxy } = await started();
  const passedOn = from('10.0.0.1', { 'x-forwarded-for': VISITOR });
  notice(passedOn, NOW);
  expect(unlistedProxy(NOW + HOUR_MS)).toBeDefined();
  expect(unlistedProxy(NOW + HOUR_MS + 1)).toBeUndefined();
  notice(passedOn, NOW + 2 * HOUR_MS);
  expect(said).toHaveLength(1);
  notice(passedOn, NOW + 24 * HOUR_MS);
  expect(said).toHaveLength(2);
});

test.each([
  ['who is believed', '10.0.0.0/8', from(VISITOR, { 'x-forwarded-for': VISITOR })],
  ['a proxy that says nothing', '10.0.0.0/8', from('10.0.0.1', { 'x-forwarded-for': '' })],
  [
    'a chain of ours',
    '10.0.0.0/8',
    from(VISITOR, { 'x-forwarded-for': `1.2.3.4, ${VISITOR}, 10.0.0.2` }),
  ],
  ['nobody', '', from('127.0.0.1')],
  ['a start', '', {}],
])('nothing is said of %s', async (_, trusted, headers) => {
  const { notice, unlistedProxy } = await started(trusted);
  for (let n = 0; n < 100; n += 1) notice(headers, NOW);
  expect(unlistedProxy(NOW)).toBeUndefined();
});

test('a visitor who pretends makes no proxy among others, and most requests do, without an address', async () => {
  const { notice, unlistedProxy } = await started();
  const pretends = from(VISITOR, { 'x-forwarded-for': '198.51.100.1' });
  for (let n = 0; n < 200; n += 1) {
    notice(from('198.51.100.7'), NOW);
    notice(pretends, NOW);
  }
  expect(unlistedProxy(NOW)).toBeUndefined();
  for (let n = 0; n < 30; n += 1) notice(pretends, NOW);
  expect(unlistedProxy(NOW)).toMatch(/public addresses.*somebody only pretends/);
  expect(unlistedProxy(NOW)).not.toContain(VISITOR);
});
