import type { PayloadRequest } from 'payload';
import { CONTENT_KEY_PREFIX } from '#domain/content-key.ts';
import { CLOSED_REASON_LABELS, STATUS_LABELS } from '#domain/statuses.ts';
import { WITHDRAWAL_SOURCE_LABELS, type WithdrawalSource } from '#domain/withdrawal.ts';
import { driverCollection } from '#platform/database/driver-collection.ts';
import { changeLogUpdate } from '#platform/lost-updates/change-log-update.ts';
import { RELEASED_SEAT } from '#submissions/booking/seats.ts';
import { removeQueuedVisitorMessages } from '#submissions/messages/queue-messages.ts';
import { addTimelineEventsToEach } from '#submissions/timeline/append-events.ts';
import type { Contact } from './contact.ts';
import {
  type ContactSubmission,
  findSubmissionsOf,
  objectIdsOf,
} from './submissions-of-contact.ts';

/** How a withdrawal reached us. */
export interface WithdrawalOrigin {
  source: WithdrawalSource;
  /** Id of the coordinator who recorded it. */
  actor?: string;
}

/** Closes the open submissions of a contact that were received until `at`, with events in each timeline. */
export async function closeSubmissionsOfContact(
  contact: Contact,
  origin: WithdrawalOrigin,
  at: Date,
  req: PayloadRequest,
): Promise<void> {
  const open = await findSubmissionsOf(
    contact,
    { status: { not_equals: 'closed' }, receivedAt: { less_than_equal: at.toISOString() } },
    req,
  );
  await closeAsWithdrawn(open, origin, at, req);
}

/**
 * Closes submissions as withdrawn, with a fixed number of writes: anybody can have sent thousands with somebody
 * else's number.
 */
export async function closeAsWithdrawn(
  submissions: readonly ContactSubmission[],
  { source, actor }: WithdrawalOrigin,
  at: Date,
  req: PayloadRequest,
): Promise<void> {
  if (submissions.length === 0) return;
  const now = new Date();
  const { collection, session } = await driverCollection('form-submissions', req);
  const ids = await objectIdsOf(submissions, req);
  await collection.updateMany({ _id: { $in: ids } }, createClosingUpdate(now, actor), { session });
  await removeQueuedVisitorMessages(
    submissions.map(({ id }) => id),
    req,
  );
  const by = actor ? { actor } : {};
  await addTimelineEventsToEach(
    ids,
    [
      { type: 'withdrawn', text: WITHDRAWAL_SOURCE_LABELS[source], at: at.toISOString(), ...by },
      { type: 'status', text: CLOSED_EVENT_TEXT, at: now.toISOString(), ...by },
    ],
    req,
  );
}

const CLOSED_EVENT_TEXT = `${STATUS_LABELS.closed}: ${CLOSED_REASON_LABELS.withdrawn}`;

/** Drops the content keys, so that the same answers sent after the withdrawal are a new submission. */
const KEYS_SENT_BY_CLIENT = {
  $filter: {
    input: '$keys',
    as: 'key',
    cond: { $ne: [{ $substrCP: ['$$key', 0, CONTENT_KEY_PREFIX.length] }, CONTENT_KEY_PREFIX] },
  },
};

const createClosingUpdate = (at: Date, actor: string | undefined) => [
  {
    $set: {
      status: 'closed',
      closedReason: 'withdrawn',
      seat: RELEASED_SEAT,
      // The unique index over keys accepts only one empty list.
      keys: {
        $concatArrays: [KEYS_SENT_BY_CLIENT, [{ $concat: ['withdrawn:', { $toString: '$_id' }] }]],
      },
      ...changeLogUpdate({ at, by: actor ?? null, fields: ['status', 'closedReason'] }),
    },
  },
];
