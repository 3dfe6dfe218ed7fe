import type { PayloadRequest } from 'payload';
import { emailKey } from '#domain/email.ts';
import { STATUSES } from '#domain/statuses.ts';
import { type SharedDetail, SUPPRESSED_CHANNELS } from '#domain/withdrawal.ts';
import type { FormSubmission } from '#payload-types.ts';
import { driverCollection } from '#platform/database/driver-collection.ts';
import { addTimelineEventsToEach } from '#submissions/timeline/append-events.ts';
import {
  type ContactSubmission,
  isSameEmail,
  isSamePhone,
  type ObjectIds,
} from './submissions-of-contact.ts';

const OPEN = STATUSES.filter((status) => status !== 'closed');

/** Submissions that share these channels with the withdrawn one, and are not flagged with them yet. */
interface RelatedGroup {
  shared: SharedDetail[];
  ids: ObjectIds;
}

/**
 * Flags the open submissions with the same number or address as one that was withdrawn by its receipt. A receipt
 * proves nothing about them, so they stay open and a coordinator decides. Each is flagged once for a number and
 * once for an address, however many are withdrawn.
 */
export async function flagRelatedSubmissions(
  withdrawn: ContactSubmission,
  at: Date,
  req: PayloadRequest,
): Promise<void> {
  for (const { shared, ids } of await findRelated(withdrawn, req)) {
    await flagSubmissions(
      ids,
      shared,
      `${describeShared(shared)} ${withdrawn.reference}.`,
      at,
      req,
    );
  }
}

/** Flags submissions whose answers came several times, after one of the clients withdrew its receipt. */
export const flagSameAnswers = (ids: ObjectIds, at: Date, req: PayloadRequest): Promise<void> =>
  flagSubmissions(ids, ['answers'], SAME_ANSWERS_TEXT, at, req);

const SAME_ANSWERS_TEXT =
  'The same answers were sent more than once, and one sender took them back.';

async function flagSubmissions(
  ids: ObjectIds,
  shared: SharedDetail[],
  text: string,
  at: Date,
  req: PayloadRequest,
): Promise<void> {
  const { collection, session } = await driverCollection('form-submissions', req);
  await collection.updateMany(
    { _id: { $in: ids } },
    { $addToSet: { withdrawnBeside: { $each: shared } } },
    { session },
  );
  await addTimelineEventsToEach(ids, [{ type: 'beside', text, at: at.toISOString() }], req);
}

const describeShared = (shared: SharedDetail[]): string => {
  const contact = shared.map((channel) => (channel === 'phone' ? 'phone number' : 'email address'));
  return `Someone took back another request with the same ${contact.join(' and ')}:`;
};

async function findRelated(
  withdrawn: ContactSubmission,
  req: PayloadRequest,
): Promise<RelatedGroup[]> {
  const { phoneE164, email, receipt } = withdrawn;
  const same = [
    ...(phoneE164 ? [{ phoneE164, withdrawnBeside: { $ne: 'phone' } }] : []),
    ...(email
      ? [
          { email: caseInsensitive(email) },
          { email: caseInsensitive(emailKey(email)) },
          { normalizedEmail: caseInsensitive(emailKey(email)) },
        ].map((address) => ({ ...address, withdrawnBeside: { $ne: 'email' } }))
      : []),
  ];
  if (same.length === 0) return [];
  const { collection, session } = await driverCollection('form-submissions', req);
  const candidates = collection.find(
    { status: { $in: OPEN }, receipt: { $ne: receipt }, $or: same },
    { projection: { phoneE164: 1, email: 1, withdrawnBeside: 1 }, session },
  );
  const groups = new Map<string, RelatedGroup>();
  for await (const { _id, ...other } of candidates) {
    const shared = sharedOf(withdrawn, other as unknown as FormSubmission);
    const group = groups.get(String(shared)) ?? { shared, ids: [] };
    group.ids.push(_id);
    groups.set(String(shared), group);
  }
  return [...groups.values()];
}

/** The channels that both share and that the other submission is not flagged with. */
const sharedOf = (withdrawn: ContactSubmission, other: FormSubmission): SharedDetail[] =>
  SUPPRESSED_CHANNELS.filter((channel) => {
    const isSame =
      channel === 'phone' ? isSamePhone(withdrawn, other) : isSameEmail(withdrawn, other);
    return isSame && !other.withdrawnBeside?.includes(channel);
  });

const caseInsensitive = (email: string): RegExp =>
  new RegExp(`^${email.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'i');
