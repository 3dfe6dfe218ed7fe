import { APIError, type PayloadRequest } from 'payload';
import type { RateLimitResult } from '#platform/http/rate-limiter.ts';

/** A rate limit of sign-in is used up. The admin's forms show the message. */
export class TooManyAttempts extends APIError {
  constructor(retryAfterS: number) {
    super(`Too many tries. Wait ${formatMinutes(retryAfterS)}, then try again.`, 429);
  }
}

/**
 * Throws if a rate limit is used up, and sets `Retry-After` to the longest wait.
 * @throws TooManyAttempts
 */
export function throwIfOverLimit(results: RateLimitResult[], req: PayloadRequest): void {
  const waits = results.filter(({ ok }) => !ok).map(({ retryAfterS }) => retryAfterS);
  if (waits.length === 0) return;
  const longest = Math.max(...waits);
  req.responseHeaders = new Headers({ 'Retry-After': String(longest) });
  throw new TooManyAttempts(longest);
}

function formatMinutes(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
