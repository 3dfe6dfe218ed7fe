import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveSecret } from './derived-secrets.ts';

/** A page can stay open overnight; an older token is ignored. */
const MAX_AGE_MS = 24 * 60 * 60_000;

const sign = (moment: string): Buffer =>
  createHmac('sha256', deriveSecret('stamp of a form')).update(moment).digest();

/** Creates a signed token of the time at which a form was rendered. */
export function newRenderedAtToken(at: Date): string {
  const moment = at.getTime().toString(36);
  return `${moment}.${sign(moment).toString('base64url')}`;
}

/** Returns how long the form was open, in milliseconds; undefined if the token is forged or too old. */
export function readTimeOpen(token: string | undefined, now: Date): number | undefined {
  const [, moment, signature] = /^([0-9a-z]{1,12})\.([\w-]{43})$/.exec(token ?? '') ?? [];
  if (!moment || !signature) return undefined;
  if (!timingSafeEqual(Buffer.from(signature, 'base64url'), sign(moment))) return undefined;
  const openMs = now.getTime() - Number.parseInt(moment, 36);
  return openMs >= 0 && openMs <= MAX_AGE_MS ? openMs : undefined;
}
