import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import {
  addressBehind,
  blockListOf,
  CLIENT_ADDRESS,
  clientAddress,
  householdOf,
  nameClients,
} from './client-address.ts';

const PROXIES = blockListOf(['10.0.0.0/8', '127.0.0.1', '::1', 'fd00::/8']);

test.each([
  ['nobody’s proxy', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['a proxy of ours', '10.1.2.3', '198.51.100.1', '198.51.100.1'],
  ['two proxies of ours', '127.0.0.1', '198.51.100.1, 10.9.9.9', '198.51.100.1'],
  ['what a client wrote before', '10.1.2.3', '10.0.0.1, 192.0.2.1, 198.51.100.1', '198.51.100.1'],
  ['a socket for both families', '::ffff:10.1.2.3', '::ffff:198.51.100.1', '198.51.100.1'],
  ['ports', '::1', '[2001:db8::1]:443, 10.0.0.7:8080', '2001:db8::1'],
  ['a zone', 'fd00::1%eth0', '2001:DB8::A', '2001:db8::a'],
  ['nonsense', '10.1.2.3', 'unknown', '10.1.2.3'],
  ['nonsense behind an address', '10.1.2.3', '198.51.100.1, <script>', '10.1.2.3'],
  ['nothing', '10.1.2.3', undefined, '10.1.2.3'],
  ['none but ours', '10.1.2.3', '10.0.0.1', '10.0.0.1'],
  ['no socket', undefined, '198.51.100.1', undefined],
])('X-Forwarded-For from %s', (_, socket, forwarded, address) => {
  expect(addressBehind(socket, forwarded, PROXIES)).toBe(address);
});

test('a forged header never reaches who reads it', async () => {
  nameClients();
  const server = createServer((req, res) => res.end(String(clientAddress(req.headers))));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const forged = { [CLIENT_ADDRESS]: '198.51.100.1', 'X-Forwarded-For': '198.51.100.2' };
  const answer = await fetch(`http://127.0.0.1:${port}`, { headers: forged });
  expect(await answer.text()).toBe('127.0.0.1');
  server.close();
});

test('it is read from either kind of headers', () => {
  expect(clientAddress(new Headers({ [CLIENT_ADDRESS]: '192.0.2.1' }))).toBe('192.0.2.1');
  expect(clientAddress({ [CLIENT_ADDRESS]: '' })).toBeUndefined();
  expect(clientAddress({})).toBeUndefined();
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:0:0:ffff:1:2:3', '2001:db8:0:0::/64'],
  ['2001:DB8:0:1::', '2001:db8:0:1::/64'],
  ['::1', '0:0:0:0::/64'],
  ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
])('%s counts as %s', (address, household) => {
  expect(householdOf(address)).toBe(household);
});
