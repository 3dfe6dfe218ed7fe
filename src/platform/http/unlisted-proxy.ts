import { subscribe } from 'node:diagnostics_channel';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { env } from '#platform/environment/env.ts';
import { logWarning } from '#platform/log/log-failure.ts';
import { blockListOf, clientAddress, parseForwardedFor } from './client-address.ts';

/** Loopback and private networks, which have proxies but hardly ever visitors. */
const PRIVATE_NETWORKS = blockListOf([
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

/** Number of recent requests from public addresses that are evaluated. */
const WINDOW_SIZE = 50;
/**
 * Fewest forwarded requests among them that indicate a proxy, if they are also the majority. A visitor can forge a few.
 */
const MIN_FORWARDED = 20;
const WARNING_LIFETIME_MS = 60 * 60_000;
const LOG_INTERVAL_MS = 24 * 60 * 60_000;

interface ProxyObservations {
  /** Address of the proxy, if it is in a private network. */
  privateAddress?: string;
  lastSeenAt: number;
  loggedAt: number;
  /** For each recent request from a public address: true if it was forwarded. */
  recentlyForwarded: boolean[];
}

/** A global, because Next bundles this module more than once. */
const OBSERVATIONS = Symbol.for('throughcare.unlisted-proxy');
const shared = globalThis as { [OBSERVATIONS]?: ProxyObservations };
const TRUSTED_PROXIES = blockListOf(env.TRUSTED_PROXIES);

const isIn = (list: typeof PRIVATE_NETWORKS, address: string): boolean =>
  list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Observes every request of this process. Call it after `forwardClientAddress`. */
export function watchForUnlistedProxies(): void {
  subscribe('http.server.request.start', (message) => {
    observeRequest((message as { request: IncomingMessage }).request.headers, Date.now());
  });
}

/**
 * Records whether a proxy that is not trusted forwarded a request, and logs a warning at most once a day: rate limits
 * would treat all visitors behind that proxy as one.
 */
export function observeRequest(headers: IncomingHttpHeaders, now: number, log = logWarning): void {
  const address = clientAddress(headers);
  if (!address) return;
  shared[OBSERVATIONS] ??= {
    lastSeenAt: Number.NEGATIVE_INFINITY,
    loggedAt: Number.NEGATIVE_INFINITY,
    recentlyForwarded: [],
  };
  const observations = shared[OBSERVATIONS];
  const isForwarded = isForwardedByUnlistedProxy(headers, address);
  const isPrivate = isIn(PRIVATE_NETWORKS, address);
  if (!isPrivate)
    observations.recentlyForwarded = [
      ...observations.recentlyForwarded.slice(1 - WINDOW_SIZE),
      isForwarded,
    ];
  if (!isForwarded) return;
  const forwardedCount = observations.recentlyForwarded.filter(Boolean).length;
  const isMajority =
    forwardedCount >= MIN_FORWARDED && forwardedCount * 2 > observations.recentlyForwarded.length;
  if (!isPrivate && !isMajority) return;
  observations.privateAddress = isPrivate ? address : undefined;
  observations.lastSeenAt = now;
  if (now - observations.loggedAt < LOG_INTERVAL_MS) return;
  observations.loggedAt = now;
  log('unlisted-proxy', { warning: unlistedProxyWarning(now) });
}

/**
 * Returns a warning about an unlisted proxy that forwarded requests within the last hour; undefined if there is none.
 */
export function unlistedProxyWarning(now = Date.now()): string | undefined {
  const observations = shared[OBSERVATIONS];
  if (!observations || now - observations.lastSeenAt > WARNING_LIFETIME_MS) return undefined;
  const { privateAddress } = observations;
  // A public address can be a visitor's, and must not be logged.
  const [whose, what] = privateAddress
    ? [
        `${privateAddress}, which TRUSTED_PROXIES does not list`,
        `If that is your proxy, add ${privateAddress}`,
      ]
    : [
        'public addresses that TRUSTED_PROXIES does not list',
        'If those are your proxies, add them',
      ];
  return `Requests are passed on by ${whose}: everybody behind it counts as one visitor, and can be turned away for what others do. ${what}. If not, somebody only pretends to be one.`;
}

/**
 * True if the request has a forwarding header, but its client address is neither a trusted proxy nor taken from the
 * header.
 */
function isForwardedByUnlistedProxy(headers: IncomingHttpHeaders, address: string): boolean {
  const forwarded = headers['x-forwarded-for'];
  if (forwarded === undefined && headers.forwarded === undefined) return false;
  return !isIn(TRUSTED_PROXIES, address) && !parseForwardedFor(forwarded).includes(address);
}
