import { APIError, type PayloadRequest } from 'payload';
import type { Verdict } from '#platform/http/counted-limit.ts';

/** Said in the admin's own form, which shows an error's words. */
export class TooManyTries extends APIError {
  constructor(retryAfterS: number) {
    super(`Too many tries. Wait ${inMinutes(retryAfterS)}, then try again.`, 429);
  }
}

/** @throws TooManyTries, and tells programs by a header when to come back, if one of these is over */
export function refuseIfOver(verdicts: Verdict[], req: PayloadRequest): void {
  const waits = verdicts.filter(({ ok }) => !ok).map(({ retryAfterS }) => retryAfterS);
  if (waits.length === 0) return;
  const longest = Math.max(...waits);
  req.responseHeaders = new Headers({ 'Retry-After': String(longest) });
  throw new TooManyTries(longest);
}

function inMinutes(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
