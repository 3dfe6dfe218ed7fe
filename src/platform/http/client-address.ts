import { subscribe } from 'node:diagnostics_channel';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { env } from '#platform/environment/env.ts';

/**
 * Header with the client's address, which `forwardClientAddress` sets on every request. A value from a client is
 * replaced.
 */
export const CLIENT_ADDRESS_HEADER = 'x-client-address';

/** Header with the secret by which this process recognizes the edge, which has set the client's address already. */
export const EDGE_TOKEN_HEADER = 'x-edge-token';

/** Sets the client's address on every request of this process before any handler runs. Call it once a process. */
export function forwardClientAddress(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const { headers } = request;
    if (!isFromEdge(headers)) headers[CLIENT_ADDRESS_HEADER] = resolveClientAddress(request) ?? '';
    delete headers[EDGE_TOKEN_HEADER];
  });
}

const isFromEdge = (headers: IncomingHttpHeaders): boolean =>
  env.EDGE_TOKEN !== undefined && headers[EDGE_TOKEN_HEADER] === env.EDGE_TOKEN;

let proxies: BlockList | undefined;

/** Returns the client's address of a request by its socket and `X-Forwarded-For`; undefined if the socket is closed. */
export function resolveClientAddress({ socket, headers }: IncomingMessage): string | undefined {
  proxies ??= blockListOf(env.TRUSTED_PROXIES);
  return addressBehindProxies(socket.remoteAddress, headers['x-forwarded-for'], proxies);
}

/** Reads the client's address that `forwardClientAddress` has set; undefined if there is none. */
export function clientAddress(headers: Headers | IncomingHttpHeaders): string | undefined {
  const value =
    headers instanceof Headers
      ? headers.get(CLIENT_ADDRESS_HEADER)
      : headers[CLIENT_ADDRESS_HEADER];
  return (typeof value === 'string' && value) || undefined;
}

/** Returns a list of addresses and networks (CIDR notation) that can be searched fast. */
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
 * Returns the first address that is not a trusted proxy, going back from the socket through `X-Forwarded-For`. Each
 * proxy appends the address that it saw; everything before the last untrusted address can be forged.
 */
export function addressBehindProxies(
  socket: string | undefined,
  forwarded: string | string[] | undefined,
  proxies: BlockList,
): string | undefined {
  let address = socket && plainAddress(socket);
  const addresses = parseForwardedFor(forwarded);
  while (address && proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')) {
    const previous = addresses.pop();
    if (!previous) break;
    address = previous;
  }
  return address;
}

/** Parses `X-Forwarded-For`: the addresses in their order, undefined in place of an invalid one. */
export const parseForwardedFor = (
  forwarded: string | string[] | undefined,
): (string | undefined)[] => [forwarded ?? []].flat().join(',').split(',').map(plainAddress);

/** Strips port, zone and the `::ffff:` prefix of an IPv4 address on an IPv6 socket. */
function plainAddress(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(bare) ? bare.toLowerCase() : undefined;
}

/** Returns the key of an address in rate limits: of IPv6 the first 64 bits, which one household or shelter shares. */
export function rateLimitKeyOfAddress(address: string): string {
  if (isIP(address) !== 6) return address;
  // The URL parser normalizes the address.
  const [before = '', after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const head = before.split(':').filter(Boolean);
  const tail = (after ?? '').split(':').filter(Boolean);
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`;
}
