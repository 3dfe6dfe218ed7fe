import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { env } from '#platform/environment/env.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A device on which nobody signed in for so long is a stranger again. */
const KNOWN_MS = 180 * DAY_MS;

const secure = env.SITE_URL.startsWith('https:');

/** One for each account: colleagues may share a device. */
const nameFor = (email: string): string =>
  `${secure ? '__Host-' : ''}device-${sign('name', email).slice(0, 12)}`;

/**
 * A device on which somebody signed in to this account is known again by this cookie (OWASP, “device cookies”). It
 * lets nobody in: it only has a count of tries of its own. The value tells nothing and is worth nothing elsewhere.
 * @param known the device that signs in, if it is known already: it keeps its count
 * @param now in milliseconds
 */
export function deviceCookie(email: string, known: string | undefined, now = Date.now()): string {
  const device = `${known ?? randomBytes(16).toString('base64url')}.${now.toString(36)}`;
  const attributes = [
    `${nameFor(email)}=${device}.${sign(device, email)}`,
    `Max-Age=${KNOWN_MS / 1000}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    ...(secure ? ['Secure'] : []),
  ];
  return attributes.join('; ');
}

/** Which device of this account asks; undefined for all that never signed in to it. */
export function deviceOf(headers: Headers, email: string, now = Date.now()): string | undefined {
  const name = `${nameFor(email)}=`;
  const cookies = (headers.get('Cookie') ?? '').split(/; */);
  const value = cookies.find((cookie) => cookie.startsWith(name))?.slice(name.length) ?? '';
  const [device = '', at = '', signature = ''] = value.split('.');
  const age = now - Number.parseInt(at, 36);
  return isEqual(signature, sign(`${device}.${at}`, email)) && age >= 0 && age < KNOWN_MS
    ? device
    : undefined;
}

const sign = (words: string, email: string): string =>
  createHmac('sha256', env.PAYLOAD_SECRET ?? '')
    .update(JSON.stringify(['device', words, email]))
    .digest('base64url');

const isEqual = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
