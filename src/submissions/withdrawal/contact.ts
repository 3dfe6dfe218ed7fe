import { createHmac } from 'node:crypto';
import { emailKey } from '#domain/email.ts';
import { SUPPRESSED_CHANNELS, type SuppressedChannel } from '#domain/withdrawal.ts';
import { env } from '#platform/environment/env.ts';

/** The phone number and email address of a person, as stored with their submissions. */
export interface Contact {
  phoneE164?: string | null;
  email?: string | null;
}

/** A phone number or email address as a keyed hash, which does not reveal whose it is. */
export interface ContactHash {
  channel: SuppressedChannel;
  /** HMAC-SHA-256 in base64url. */
  hash: string;
}

/** Returns the hashes under which suppressions store a contact. Email addresses are normalized first. */
export function contactHashesOf({ phoneE164, email }: Contact): ContactHash[] {
  const values = { phone: phoneE164, email: email && emailKey(email) };
  return SUPPRESSED_CHANNELS.flatMap((channel) => {
    const value = values[channel];
    return value ? [{ channel, hash: hmac(channel, value) }] : [];
  });
}

/** The key never changes, because a person who withdrew must be recognized forever. */
const hmac = (channel: SuppressedChannel, value: string): string =>
  createHmac('sha256', suppressionKey())
    .update(JSON.stringify([channel, value]))
    .digest('base64url');

/** Returns a hash that identifies the suppression key without revealing it. */
export const fingerprintSuppressionKey = (): string =>
  createHmac('sha256', suppressionKey()).update('print').digest('base64url');

/**
 * Returns `SUPPRESSION_KEY`.
 * @throws Error if it is not set: an unkeyed hash would reveal the number
 */
export function suppressionKey(): string {
  if (!env.SUPPRESSION_KEY) throw new Error('SUPPRESSION_KEY is not set.');
  return env.SUPPRESSION_KEY;
}
