import { createHmac, timingSafeEqual } from 'node:crypto';
import { secretFor } from './secrets.ts';

/** A page can stay open over night; a stamp that is older says nothing. */
const GOOD_FOR_MS = 24 * 60 * 60_000;

const sign = (moment: string): Buffer =>
  createHmac('sha256', secretFor('stamp of a form')).update(moment).digest();

/** Says when a form's own page was rendered, in a way that nobody else can. */
export function newRenderedAtToken(at: Date): string {
  const moment = at.getTime().toString(36);
  return `${moment}.${sign(moment).toString('base64url')}`;
}

/** For how many milliseconds the form had been open; undefined if the stamp is none of ours or too old. */
export function openFor(stamp: string | undefined, now: Date): number | undefined {
  const [, moment, signature] = /^([0-9a-z]{1,12})\.([\w-]{43})$/.exec(stamp ?? '') ?? [];
  if (!moment || !signature) return undefined;
  if (!timingSafeEqual(Buffer.from(signature, 'base64url'), sign(moment))) return undefined;
  const open = now.getTime() - Number.parseInt(moment, 36);
  return open >= 0 && open <= GOOD_FOR_MS ? open : undefined;
}
