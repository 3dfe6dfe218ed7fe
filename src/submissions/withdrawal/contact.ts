import { createHmac } from 'node:crypto';
import { emailKey } from '#domain/email.ts';
import { SUPPRESSED_CHANNELS, type SuppressedChannel } from '#domain/withdrawal.ts';
import { env } from '#platform/environment/env.ts';

/** By what somebody can be reached, as it is stored with their requests. */
export interface Contact {
  phoneE164?: string | null;
  email?: string | null;
}

/** A way to reach somebody, kept without keeping who it is. */
export interface ContactHash {
  channel: SuppressedChannel;
  /** HMAC-SHA-256 in base64url. */
  hash: string;
}

/** The ways to reach somebody, as suppressions know them; an email address in whatever case and writing. */
export function hashesOf({ phoneE164, email }: Contact): ContactHash[] {
  const ways = { phone: phoneE164, email: email && emailKey(email) };
  return SUPPRESSED_CHANNELS.flatMap((channel) => {
    const value = ways[channel];
    return value ? [{ channel, hash: keyed(channel, value) }] : [];
  });
}

/** Keyed with a key of its own that never changes: people who withdrew must be known for good. */
const keyed = (channel: SuppressedChannel, value: string): string =>
  createHmac('sha256', suppressionKey())
    .update(JSON.stringify([channel, value]))
    .digest('base64url');

/** Known by its print, the key itself is nowhere but where it was made. */
export const printOfKey = (): string =>
  createHmac('sha256', suppressionKey()).update('print').digest('base64url');

/** @throws Error if it is not set: a hash under no key would be as good as the number itself */
export function suppressionKey(): string {
  if (!env.SUPPRESSION_KEY) throw new Error('SUPPRESSION_KEY is not set.');
  return env.SUPPRESSION_KEY;
}
