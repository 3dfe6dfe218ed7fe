import { limiter } from '#data/limiter.ts';
import { emailKey } from '#domain/email.ts';
import type { SpamSignal } from '#domain/spam-signals.ts';
import { SubmissionError } from '#domain/submission-error.ts';
import type { FormSubmission } from '#payload-types.ts';
import { householdOf } from '#platform/http/client-address.ts';
import { logFailure } from '#platform/http/log.ts';
import type { Contact } from '#submissions/withdrawal/contact.ts';
import type { Client } from './client.ts';

export const LIMITS = {
  /** Generous: everybody in a shelter, or on one carrier, can come from one address. */
  byAddress: { name: 'requests-address', points: 120, seconds: 10 * 60 },
  /** New requests only: the same one again is none. What is over it is saved, and marked. */
  byContact: { name: 'requests-contact', points: 10, seconds: 60 * 60 },
  /** New requests for a call at a chosen time; more hold no time, or one sender could take them all. */
  bookedTimes: { name: 'requests-times', points: 10, seconds: 24 * 60 * 60 },
};

const byAddress = limiter(LIMITS.byAddress);
const byContact = limiter(LIMITS.byContact);
const bookedTimes = limiter(LIMITS.bookedTimes);

/**
 * Counts a post of this sender. One whose connection tells no address can't be counted.
 * @throws SubmissionError `too-many`
 */
export async function countPost({ address }: Pick<Client, 'address'>): Promise<void> {
  if (!address) return;
  const { ok, retryAfterS } = await byAddress(householdOf(address));
  if (!ok) throw new SubmissionError('too-many', [], { retryAfterS });
}

/** What of a new request is counted. */
type Counted = Contact & Pick<FormSubmission, 'slot'>;

/**
 * Counts a new request for everybody whom it asks us to reach, and its chosen time for the address it came
 * from, and says of what there are many. Nobody is turned away by it: anybody can send requests with a
 * number that is not theirs. One that cannot be counted is one of few.
 */
export async function findMany(
  { phoneE164, email, slot }: Counted,
  { address }: Pick<Client, 'address'>,
): Promise<SpamSignal[]> {
  const keys = [phoneE164 && `phone:${phoneE164}`, email && `email:${emailKey(email)}`];
  try {
    const [contacts, times] = await Promise.all([
      Promise.all(keys.flatMap((key) => (key ? [byContact(key)] : []))),
      slot && address ? bookedTimes(householdOf(address)) : { ok: true },
    ]);
    const found: [SpamSignal, boolean][] = [
      ['many-of-contact', contacts.some(({ ok }) => !ok)],
      ['many-times', !times.ok],
    ];
    return found.filter(([, is]) => is).map(([suspicion]) => suspicion);
  } catch (error) {
    logFailure('count of a request', error);
    return [];
  }
}
