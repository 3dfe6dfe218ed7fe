import { subscribe } from 'node:diagnostics_channel';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { env } from '#platform/environment/env.ts';

/** The header in which every request of this process carries where it came from. What a client sends in it is thrown away. */
export const CLIENT_ADDRESS = 'x-client-address';

/** The header by which the edge before this process shows that it has found out the address already. */
export const EDGE_TOKEN = 'x-edge-token';

/** Writes onto every request that this process gets where it came from, before anybody reads it. */
export function nameClients(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const { headers } = request;
    if (!isFromEdge(headers)) headers[CLIENT_ADDRESS] = addressOf(request) ?? '';
    delete headers[EDGE_TOKEN];
  });
}

const isFromEdge = (headers: IncomingHttpHeaders): boolean =>
  env.EDGE_TOKEN !== undefined && headers[EDGE_TOKEN] === env.EDGE_TOKEN;

let proxies: BlockList | undefined;

/** Where a request came from, as its socket and our proxies tell. */
export function addressOf({ socket, headers }: IncomingMessage): string | undefined {
  proxies ??= blockListOf(env.TRUSTED_PROXIES);
  return addressBehind(socket.remoteAddress, headers['x-forwarded-for'], proxies);
}

/** Where a request came from, as `nameClients` found it; undefined where no socket told. */
export function clientAddress(headers: Headers | IncomingHttpHeaders): string | undefined {
  const value = headers instanceof Headers ? headers.get(CLIENT_ADDRESS) : headers[CLIENT_ADDRESS];
  return (typeof value === 'string' && value) || undefined;
}

/** Addresses and networks in CIDR notation, in a form that finds an address fast. */
export function blockListOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/**
 * The first address, from the socket backwards, that is none of our proxies. Each proxy adds whom it
 * heard at the end of `X-Forwarded-For`; what stands before the last stranger there can be forged.
 */
export function addressBehind(
  socket: string | undefined,
  forwarded: string | string[] | undefined,
  proxies: BlockList,
): string | undefined {
  let address = socket && plainAddress(socket);
  const heard = addressesIn(forwarded);
  while (address && proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')) {
    const before = heard.pop();
    if (!before) break;
    address = before;
  }
  return address;
}

/** What `X-Forwarded-For` says, in its order; undefined in the place of what is no address. */
export const addressesIn = (forwarded: string | string[] | undefined): (string | undefined)[] =>
  [forwarded ?? []].flat().join(',').split(',').map(plainAddress);

/** Without port, zone and the wrapping that a socket for both families adds. */
function plainAddress(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(bare) ? bare.toLowerCase() : undefined;
}

/** Whom an address stands for in a limit: of IPv6 the first 64 bits, which one household or shelter has. */
export function householdOf(address: string): string {
  if (isIP(address) !== 6) return address;
  // The URL parser writes an address in the one short way.
  const [before = '', after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const head = before.split(':').filter(Boolean);
  const tail = (after ?? '').split(':').filter(Boolean);
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`;
}
