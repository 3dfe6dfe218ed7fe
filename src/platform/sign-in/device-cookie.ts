import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { env } from '#platform/environment/env.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Time since the last sign-in after which a device is no longer known. */
const LIFETIME_MS = 180 * DAY_MS;

const isHttps = env.SITE_URL.startsWith('https:');

/** Each account has its own cookie, because colleagues may share a device. */
const cookieNameFor = (email: string): string =>
  `${isHttps ? '__Host-' : ''}device-${sign('name', email).slice(0, 12)}`;

/**
 * Returns the `Set-Cookie` value that identifies a device on which somebody signed in to this account (OWASP, “device
 * cookies”). It authenticates nobody: such a device only has its own counter of sign-in attempts. The value contains
 * nothing personal, and is valid for this account only.
 * @param known id of the device if it is known already, which keeps its counter
 * @param now in milliseconds
 */
export function deviceCookie(email: string, known: string | undefined, now = Date.now()): string {
  const device = `${known ?? randomBytes(16).toString('base64url')}.${now.toString(36)}`;
  const attributes = [
    `${cookieNameFor(email)}=${device}.${sign(device, email)}`,
    `Max-Age=${LIFETIME_MS / 1000}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    ...(isHttps ? ['Secure'] : []),
  ];
  return attributes.join('; ');
}

/** Returns the id of the device if somebody has signed in to this account on it; undefined otherwise. */
export function knownDeviceOf(
  headers: Headers,
  email: string,
  now = Date.now(),
): string | undefined {
  const name = `${cookieNameFor(email)}=`;
  const cookies = (headers.get('Cookie') ?? '').split(/; */);
  const value = cookies.find((cookie) => cookie.startsWith(name))?.slice(name.length) ?? '';
  const [device = '', at = '', signature = ''] = value.split('.');
  const age = now - Number.parseInt(at, 36);
  return isEqual(signature, sign(`${device}.${at}`, email)) && age >= 0 && age < LIFETIME_MS
    ? device
    : undefined;
}

const sign = (text: string, email: string): string =>
  createHmac('sha256', env.PAYLOAD_SECRET ?? '')
    .update(JSON.stringify(['device', text, email]))
    .digest('base64url');

const isEqual = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
