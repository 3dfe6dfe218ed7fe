import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import {
  addressBehindProxies,
  blockListOf,
  CLIENT_ADDRESS_HEADER,
  clientAddress,
  forwardClientAddress,
  rateLimitKeyOfAddress,
} from './client-address.ts';

const PROXIES = blockListOf(['10.0.0.0/8', '127.0.0.1', '::1', 'fd00::/8']);

test.each([
  ['an unlisted proxy', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['a trusted proxy', '10.1.2.3', '198.51.100.1', '198.51.100.1'],
  ['two trusted proxies', '127.0.0.1', '198.51.100.1, 10.9.9.9', '198.51.100.1'],
  [
    'a forged address before the real one',
    '10.1.2.3',
    '10.0.0.1, 192.0.2.1, 198.51.100.1',
    '198.51.100.1',
  ],
  ['an IPv4 address on an IPv6 socket', '::ffff:10.1.2.3', '::ffff:198.51.100.1', '198.51.100.1'],
  ['addresses with ports', '::1', '[2001:db8::1]:443, 10.0.0.7:8080', '2001:db8::1'],
  ['an address with a zone', 'fd00::1%eth0', '2001:DB8::A', '2001:db8::a'],
  ['nonsense', '10.1.2.3', 'unknown', '10.1.2.3'],
  ['nonsense behind an address', '10.1.2.3', '198.51.100.1, <script>', '10.1.2.3'],
  ['nothing', '10.1.2.3', undefined, '10.1.2.3'],
  ['trusted proxies only', '10.1.2.3', '10.0.0.1', '10.0.0.1'],
  ['no socket', undefined, '198.51.100.1', undefined],
])('resolves the client address: %s', (_, socket, forwarded, address) => {
  expect(addressBehindProxies(socket, forwarded, PROXIES)).toBe(address);
});

test('replaces a forged header with the address of the socket', async () => {
  forwardClientAddress();
  const server = createServer((req, res) => res.end(String(clientAddress(req.headers))));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const forged = { [CLIENT_ADDRESS_HEADER]: '198.51.100.1', 'X-Forwarded-For': '198.51.100.2' };
  const response = await fetch(`http://127.0.0.1:${port}`, { headers: forged });
  expect(await response.text()).toBe('127.0.0.1');
  server.close();
});

test('reads the address from Headers and from Node’s headers', () => {
  expect(clientAddress(new Headers({ [CLIENT_ADDRESS_HEADER]: '192.0.2.1' }))).toBe('192.0.2.1');
  expect(clientAddress({ [CLIENT_ADDRESS_HEADER]: '' })).toBeUndefined();
  expect(clientAddress({})).toBeUndefined();
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:0:0:ffff:1:2:3', '2001:db8:0:0::/64'],
  ['2001:DB8:0:1::', '2001:db8:0:1::/64'],
  ['::1', '0:0:0:0::/64'],
  ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
])('limits %s as %s', (address, key) => {
  expect(rateLimitKeyOfAddress(address)).toBe(key);
});
