import { limiter } from '#data/limiter.ts';
import { emailKey } from '#domain/email.ts';
import { householdOf } from '#http/client-address.ts';
import type { Contact } from '#withdrawal/contact.ts';
import { Refused } from './refused.ts';
import type { Sender } from './sender.ts';

export const LIMITS = {
  /** Generous: everybody in a shelter, or on one carrier, can come from one address. */
  byAddress: { name: 'requests-address', points: 120, seconds: 10 * 60 },
  /** New requests only: the same one again is none. */
  byContact: { name: 'requests-contact', points: 10, seconds: 60 * 60 },
};

const byAddress = limiter(LIMITS.byAddress);
const byContact = limiter(LIMITS.byContact);

/**
 * Counts a post of this sender. One whose connection tells no address can't be counted.
 * @throws Refused `too-many`
 */
export async function countPost({ address }: Pick<Sender, 'address'>): Promise<void> {
  if (!address) return;
  const { ok, retryAfterS } = await byAddress(householdOf(address));
  if (!ok) throw new Refused('too-many', [], { retryAfterS });
}

/**
 * Counts a new request for everybody whom it asks us to reach.
 * @throws Refused `too-many`
 */
export async function countContact({ phoneE164, email }: Contact): Promise<void> {
  const keys = [phoneE164 && `phone:${phoneE164}`, email && `email:${emailKey(email)}`];
  const verdicts = await Promise.all(keys.flatMap((key) => (key ? [byContact(key)] : [])));
  if (verdicts.every(({ ok }) => ok)) return;
  const retryAfterS = Math.max(...verdicts.map((verdict) => verdict.retryAfterS));
  throw new Refused('too-many', [], { retryAfterS });
}
