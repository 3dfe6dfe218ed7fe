import type { PayloadRequest } from 'payload';
import { MADE_KEY } from '#domain/made-key.ts';
import { CLOSED_REASON_LABELS, STATUS_LABELS } from '#domain/statuses.ts';
import { WITHDRAWAL_SOURCE_LABELS, type WithdrawalSource } from '#domain/withdrawal.ts';
import { inDriver } from '#platform/database/in-driver.ts';
import { loggedInDatabase } from '#platform/lost-updates/logged-in-database.ts';
import { GIVEN_BACK } from '#submissions/booking/seats.ts';
import { forgetMessagesToVisitors } from '#submissions/messages/notify.ts';
import { addLinesToEach } from '#submissions/timeline/add-line.ts';
import type { Contact } from './contact.ts';
import { idsOf, type Known, requestsOf } from './requests-of.ts';

/** How a withdrawal reached us, and the colleague who wrote it down. */
export interface How {
  source: WithdrawalSource;
  actor?: string;
}

/** Closes what somebody who withdrew had still open, with lines in each timeline. */
export async function closeRequests(
  contact: Contact,
  how: How,
  at: Date,
  req: PayloadRequest,
): Promise<void> {
  const open = await requestsOf(
    contact,
    { status: { not_equals: 'closed' }, receivedAt: { less_than_equal: at.toISOString() } },
    req,
  );
  await closeAsWithdrawn(open, how, at, req);
}

/**
 * Closes these requests as withdrawn. It takes a few writes however many they are: anybody can have sent
 * thousands with a number that is not theirs.
 */
export async function closeAsWithdrawn(
  requests: readonly Known[],
  { source, actor }: How,
  at: Date,
  req: PayloadRequest,
): Promise<void> {
  if (requests.length === 0) return;
  const now = new Date();
  const { collection, session } = await inDriver('form-submissions', req);
  const ids = await idsOf(requests, req);
  await collection.updateMany({ _id: { $in: ids } }, closing(now, actor), { session });
  await forgetMessagesToVisitors(
    requests.map(({ id }) => id),
    req,
  );
  const by = actor ? { actor } : {};
  await addLinesToEach(
    ids,
    [
      { type: 'withdrawn', text: WITHDRAWAL_SOURCE_LABELS[source], at: at.toISOString(), ...by },
      { type: 'status', text: CLOSED, at: now.toISOString(), ...by },
    ],
    req,
  );
}

const CLOSED = `${STATUS_LABELS.closed}: ${CLOSED_REASON_LABELS.withdrawn}`;

/** Who asks for the same again after the withdrawal asks anew: by its content, it is not the same any more. */
const KEPT_KEYS = {
  $filter: {
    input: '$keys',
    as: 'key',
    cond: { $ne: [{ $substrCP: ['$$key', 0, MADE_KEY.length] }, MADE_KEY] },
  },
};

const closing = (at: Date, actor: string | undefined) => [
  {
    $set: {
      status: 'closed',
      closedReason: 'withdrawn',
      seat: GIVEN_BACK,
      // The index over keys takes no second empty list.
      keys: { $concatArrays: [KEPT_KEYS, [{ $concat: ['withdrawn:', { $toString: '$_id' }] }]] },
      ...loggedInDatabase({ at, by: actor ?? null, fields: ['status', 'closedReason'] }),
    },
  },
];
