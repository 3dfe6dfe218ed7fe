import { createHmac, randomBytes } from 'node:crypto';
import { env } from '#env.ts';
import type { Request } from '#forms/request.ts';

const BUCKET_MS = 10 * 60_000;

/** A key for one rendering of a form. */
export const newKey = (): string => randomBytes(16).toString('base64url');

/** Keyed, so that a stored print tells nothing of what was typed. */
const print = (...parts: string[]): string =>
  createHmac('sha256', env.PAYLOAD_SECRET ?? '')
    .update(JSON.stringify(parts))
    .digest('base64url');

/** The print of all that makes a request what it is: two with the same one are the same. */
export const fingerprintOf = ({ callToAction, answers, consent, voicemail }: Request): string =>
  print('request', callToAction, canonical(answers), String(consent?.given), String(voicemail));

/**
 * What a request is stored under; the unique index over it lets each request in once. Without a key,
 * two keys are made of its print and the ten minutes in which it came, this stretch's and the next
 * one's, so that two clicks on either side of a boundary still share one.
 */
export function keysOf(key: string | undefined, fingerprint: string, now: Date): string[] {
  if (key) return [`sent:${key}`];
  const bucket = Math.floor(now.getTime() / BUCKET_MS);
  return [bucket, bucket + 1].map((n) => `made:${print('key', fingerprint, String(n))}`);
}

/** The answers as one text, in an order that does not depend on how they were sent. */
const canonical = (answers: object): string =>
  JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));
