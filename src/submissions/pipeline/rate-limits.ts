import { createBoundRateLimiter } from '#data/rate-limiter.ts';
import { emailKey } from '#domain/email.ts';
import type { SpamSignal } from '#domain/spam-signals.ts';
import { SubmissionError } from '#domain/submission-error.ts';
import type { FormSubmission } from '#payload-types.ts';
import { rateLimitKeyOfAddress } from '#platform/http/client-address.ts';
import { logFailure } from '#platform/log/log-failure.ts';
import type { Contact } from '#submissions/withdrawal/contact.ts';
import type { Client } from './client.ts';

export const LIMITS = {
  /** Generous, because a whole shelter or mobile carrier can share one address. */
  byAddress: { name: 'requests-address', points: 120, seconds: 10 * 60 },
  /** New submissions only, no replays. Those over the limit are saved and marked as spam. */
  byContact: { name: 'requests-contact', points: 10, seconds: 60 * 60 },
  /** New submissions that book a time. Those over the limit hold none, or one client could book all times. */
  bookedTimes: { name: 'requests-times', points: 10, seconds: 24 * 60 * 60 },
};

const byAddress = createBoundRateLimiter(LIMITS.byAddress);
const byContact = createBoundRateLimiter(LIMITS.byContact);
const bookedTimes = createBoundRateLimiter(LIMITS.bookedTimes);

/**
 * Counts a post for the client's address. A client without a known address is not counted.
 * @throws SubmissionError `too-many`
 */
export async function countPost({ address }: Pick<Client, 'address'>): Promise<void> {
  if (!address) return;
  const { ok, retryAfterS } = await byAddress(rateLimitKeyOfAddress(address));
  if (!ok) throw new SubmissionError('too-many', [], { retryAfterS });
}

/** The properties of a new submission that are counted. */
type CountedSubmission = Contact & Pick<FormSubmission, 'slot'>;

/**
 * Counts a new submission for its phone number and email address, and its booked time for the client's
 * address. It rejects nothing, because anybody can submit somebody else's number. If counting fails, the
 * submission counts as within the limits.
 * @returns a spam signal for each limit that is exceeded
 */
export async function countNewSubmission(
  { phoneE164, email, slot }: CountedSubmission,
  { address }: Pick<Client, 'address'>,
): Promise<SpamSignal[]> {
  const keys = [phoneE164 && `phone:${phoneE164}`, email && `email:${emailKey(email)}`];
  try {
    const [contacts, times] = await Promise.all([
      Promise.all(keys.flatMap((key) => (key ? [byContact(key)] : []))),
      slot && address ? bookedTimes(rateLimitKeyOfAddress(address)) : { ok: true },
    ]);
    const checks: [SpamSignal, boolean][] = [
      ['many-of-contact', contacts.some(({ ok }) => !ok)],
      ['many-times', !times.ok],
    ];
    return checks.filter(([, applies]) => applies).map(([signal]) => signal);
  } catch (error) {
    logFailure('rate-limit-failed', error);
    return [];
  }
}
