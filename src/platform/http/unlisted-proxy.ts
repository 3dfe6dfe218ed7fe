import { subscribe } from 'node:diagnostics_channel';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { env } from '#platform/environment/env.ts';
import { addressesIn, blockListOf, clientAddress } from './client-address.ts';
import { plainError } from './quiet-console.ts';

/** Loopback and private networks: a proxy stands there, hardly ever a visitor. */
const NEAR = blockListOf([
  '127.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::1',
  'fc00::/7',
  'fe80::/10',
]);

/** Of so many requests that came in last from public addresses… */
const LATELY = 50;
/** …one visitor alone can forge a few. Of a proxy, most are. */
const FEWEST = 20;
const LASTS_MS = 60 * 60_000;
const SAY_AGAIN_MS = 24 * 60 * 60_000;

interface Noticed {
  /** The proxy, where its address is no visitor’s. */
  near?: string;
  at: number;
  saidAt: number;
  /** Of requests from public addresses, which came by way of somebody. */
  lately: boolean[];
}

/** Next bundles this module more than once; what a process has noticed is one. */
const NOTICED = Symbol.for('throughcare.unlisted-proxy');
const shared = globalThis as { [NOTICED]?: Noticed };
const proxies = blockListOf(env.TRUSTED_PROXIES);

const isIn = (list: typeof NEAR, address: string): boolean =>
  list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Looks at each request that this process gets, once `nameClients` has found out where it came from. */
export function watchForProxies(): void {
  subscribe('http.server.request.start', (message) => {
    notice((message as { request: IncomingMessage }).request.headers, Date.now());
  });
}

/** Notices a request that was passed on by somebody who is not believed: then all behind them are one visitor. */
export function notice(headers: IncomingHttpHeaders, now: number, say = plainError): void {
  const address = clientAddress(headers);
  if (!address) return;
  shared[NOTICED] ??= {
    at: Number.NEGATIVE_INFINITY,
    saidAt: Number.NEGATIVE_INFINITY,
    lately: [],
  };
  const noticed = shared[NOTICED];
  const isPassedOn = isFromUnlisted(headers, address);
  const isNear = isIn(NEAR, address);
  if (!isNear) noticed.lately = [...noticed.lately.slice(1 - LATELY), isPassedOn];
  if (!isPassedOn) return;
  const passedOn = noticed.lately.filter(Boolean).length;
  const isMost = passedOn >= FEWEST && passedOn * 2 > noticed.lately.length;
  if (!isNear && !isMost) return;
  noticed.near = isNear ? address : undefined;
  noticed.at = now;
  if (now - noticed.saidAt < SAY_AGAIN_MS) return;
  noticed.saidAt = now;
  say({ at: new Date(now).toISOString(), where: 'proxy', warning: unlistedProxy(now) });
}

/** What is wrong with the proxies that this process has met within the hour, and what to set; undefined if nothing. */
export function unlistedProxy(now = Date.now()): string | undefined {
  const noticed = shared[NOTICED];
  if (!noticed || now - noticed.at > LASTS_MS) return undefined;
  const { near } = noticed;
  // A public address can be a visitor's, which stands nowhere.
  const [whose, what] = near
    ? [`${near}, which TRUSTED_PROXIES does not list`, `If that is your proxy, add ${near}`]
    : [
        'public addresses that TRUSTED_PROXIES does not list',
        'If those are your proxies, add them',
      ];
  return `Requests are passed on by ${whose}: everybody behind it counts as one visitor, and can be turned away for what others do. ${what}. If not, somebody only pretends to be one.`;
}

/** Whoever is believed has the address of somebody else written in the header, or their own is on the list. */
function isFromUnlisted(headers: IncomingHttpHeaders, address: string): boolean {
  const forwarded = headers['x-forwarded-for'];
  if (forwarded === undefined && headers.forwarded === undefined) return false;
  return !isIn(proxies, address) && !addressesIn(forwarded).includes(address);
}
