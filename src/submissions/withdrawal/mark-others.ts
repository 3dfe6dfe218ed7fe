import type { PayloadRequest } from 'payload';
import { emailKey } from '#domain/email.ts';
import { STATUSES } from '#domain/statuses.ts';
import { type Shared, SUPPRESSED_CHANNELS } from '#domain/withdrawal.ts';
import type { FormSubmission } from '#payload-types.ts';
import { inDriver } from '#platform/database/in-driver.ts';
import { addLinesToEach } from '#submissions/timeline/add-line.ts';
import { type Ids, isSameEmail, isSamePhone, type Known } from './requests-of.ts';

const OPEN = STATUSES.filter((status) => status !== 'closed');

/** Requests that share this with the one that was taken back, and are not marked with it yet. */
interface Group {
  shared: Shared[];
  ids: Ids;
}

/**
 * Marks the open requests that gave the same number or address as one that was taken back by its
 * receipt. A receipt proves nothing about them, so they stay open and a coordinator decides. Each is
 * marked once for a number and once for an address, however many are taken back.
 */
export async function markOthers(taken: Known, at: Date, req: PayloadRequest): Promise<void> {
  for (const { shared, ids } of await othersOf(taken, req)) {
    await mark(ids, shared, `${words(shared)} ${taken.reference}.`, at, req);
  }
}

/** Marks a request whose answers came more than once, and were taken back by one who sent them. */
export const markSameAnswers = (ids: Ids, at: Date, req: PayloadRequest): Promise<void> =>
  mark(ids, ['answers'], SAME_ANSWERS, at, req);

const SAME_ANSWERS = 'The same answers were sent more than once, and one sender took them back.';

async function mark(
  ids: Ids,
  shared: Shared[],
  text: string,
  at: Date,
  req: PayloadRequest,
): Promise<void> {
  const { collection, session } = await inDriver('form-submissions', req);
  await collection.updateMany(
    { _id: { $in: ids } },
    { $addToSet: { withdrawnBeside: { $each: shared } } },
    { session },
  );
  await addLinesToEach(ids, [{ type: 'beside', text, at: at.toISOString() }], req);
}

const words = (shared: Shared[]): string => {
  const contact = shared.map((one) => (one === 'phone' ? 'phone number' : 'email address'));
  return `Someone took back another request with the same ${contact.join(' and ')}:`;
};

async function othersOf(taken: Known, req: PayloadRequest): Promise<Group[]> {
  const { phoneE164, email, receipt } = taken;
  const same = [
    ...(phoneE164 ? [{ phoneE164, withdrawnBeside: { $ne: 'phone' } }] : []),
    ...(email
      ? [
          { email: inAnyCase(email) },
          { email: inAnyCase(emailKey(email)) },
          { normalizedEmail: inAnyCase(emailKey(email)) },
        ].map((address) => ({ ...address, withdrawnBeside: { $ne: 'email' } }))
      : []),
  ];
  if (same.length === 0) return [];
  const { collection, session } = await inDriver('form-submissions', req);
  const found = collection.find(
    { status: { $in: OPEN }, receipt: { $ne: receipt }, $or: same },
    { projection: { phoneE164: 1, email: 1, withdrawnBeside: 1 }, session },
  );
  const groups = new Map<string, Group>();
  for await (const { _id, ...other } of found) {
    const shared = sharedOf(taken, other as unknown as FormSubmission);
    const group = groups.get(String(shared)) ?? { shared, ids: [] };
    group.ids.push(_id);
    groups.set(String(shared), group);
  }
  return [...groups.values()];
}

/** What both gave, and the other one is not marked with. */
const sharedOf = (taken: Known, other: FormSubmission): Shared[] =>
  SUPPRESSED_CHANNELS.filter((channel) => {
    const isSame = channel === 'phone' ? isSamePhone(taken, other) : isSameEmail(taken, other);
    return isSame && !other.withdrawnBeside?.includes(channel);
  });

const inAnyCase = (email: string): RegExp =>
  new RegExp(`^${email.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'i');
