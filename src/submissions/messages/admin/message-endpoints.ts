import type { Endpoint, PayloadRequest, Where } from 'payload';
import { SUBMISSION_ROLES } from '#domain/roles.ts';
import { hasAnyRole } from '#platform/access/rules.ts';
import { runInRequestTransaction } from '#platform/database/transaction.ts';
import { addTimelineEvent } from '#submissions/timeline/append-events.ts';
import { CHANNELS, isConfigured } from '../channels.ts';
import { OUTBOX } from '../outbox-slug.ts';
import { messageLabelOf } from './message-labels.ts';
import { type OutboxJob, submissionIdOf } from './message-state.ts';

/**
 * Creates an endpoint that changes one message, for staff who work on submissions. It answers 409 if the message
 * is gone or its state does not allow the change.
 */
const createMessageEndpoint = (
  path: string,
  change: (id: string, req: PayloadRequest) => Promise<unknown>,
): Endpoint => ({
  path,
  method: 'post',
  handler: async (req) => {
    const headers = { 'Cache-Control': 'private, no-store' };
    if (!hasAnyRole(req.user, ...SUBMISSION_ROLES))
      return new Response(null, { status: 403, headers });
    const id = String(req.routeParams?.id);
    const changed =
      /^[0-9a-f]{24}$/.test(id) && (await runInRequestTransaction(req, () => change(id, req)));
    return new Response(null, { status: changed ? 204 : 409, headers });
  },
});

/** The fields of a job that was never tried. */
const UNTRIED = {
  hasError: false,
  error: null,
  log: [],
  totalTried: 0,
  waitUntil: null,
  processing: false,
  leasedUntil: null,
};

/** Queues a message that failed for good again, with all its attempts. */
export const sendAgainEndpoint = createMessageEndpoint('/:id/send-again', async (id, req) =>
  req.payload.db.updateOne({
    collection: OUTBOX,
    where: { and: [{ id: { equals: id } }, { hasError: { equals: true } }] },
    data: UNTRIED,
    req,
  }),
);

/** Removes a message that cannot be sent automatically, after a staff member passed it on; the timeline names them. */
export const doneByHandEndpoint = createMessageEndpoint('/:id/done-by-hand', async (id, req) => {
  const stuck: Where = {
    or: [
      { hasError: { equals: true } },
      { overHourlyLimit: { equals: true } },
      isOnUnconfiguredChannel(),
    ],
  };
  const job = (await req.payload.db.deleteOne({
    collection: OUTBOX,
    where: { and: [{ id: { equals: id } }, isNotLeased(), stuck] },
    req,
  })) as OutboxJob | null;
  if (job) await recordInTimeline(job, req);
  return job;
});

/** Matches jobs that no worker is running, including those whose lease expired. */
const isNotLeased = (): Where => ({
  or: [
    { processing: { not_equals: true } },
    { leasedUntil: { less_than_equal: new Date().toISOString() } },
  ],
});

const isOnUnconfiguredChannel = (): Where => ({
  queue: { in: CHANNELS.filter((channel) => !isConfigured(channel)) },
});

const recordInTimeline = (job: OutboxJob, req: PayloadRequest) =>
  addTimelineEvent(
    {
      submission: submissionIdOf(job),
      type: 'message',
      text: `Done by hand: ${messageLabelOf(job.taskSlug)}`,
      actor: req.user?.id,
      at: new Date().toISOString(),
    },
    req,
  );
