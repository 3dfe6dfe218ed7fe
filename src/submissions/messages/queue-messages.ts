import type { PayloadRequest } from 'payload';
import { FORM_KINDS } from '#forms/kinds.ts';
import type { FormSubmission } from '#payload-types.ts';
import { getMessage, type MessageName, VISITOR_MESSAGES } from './messages.ts';
import { OUTBOX } from './outbox-slug.ts';

type StoredSubmission = Pick<FormSubmission, 'id' | 'kind' | 'receiptByMail' | 'quarantined'>;

/** Queues the message to coordinators about a new submission, in its transaction: it is sent only if that commits. */
export const queueCoordinatorMessage = (submission: string, req: PayloadRequest): Promise<void> =>
  queueMessages(['request-waiting'], submission, req);

/** Queues the messages to the visitor of a submission, in the transaction of `req`; none if it is marked as spam. */
export const queueVisitorMessages = (
  stored: StoredSubmission,
  req: PayloadRequest,
): Promise<void> => queueMessages(visitorMessagesFor(stored), stored.id, req);

function visitorMessagesFor({
  kind,
  receiptByMail,
  quarantined,
}: Omit<StoredSubmission, 'id'>): MessageName[] {
  if (quarantined) return [];
  return [
    ...(FORM_KINDS[kind].answersByText ? (['visitor-information'] as const) : []),
    ...(receiptByMail ? (['visitor-receipt'] as const) : []),
  ];
}

/** Queues jobs like `payload.jobs.queue`, without reading them back. */
async function queueMessages(
  names: MessageName[],
  submission: string,
  req: PayloadRequest,
): Promise<void> {
  for (const name of names) {
    await req.payload.db.create({
      collection: OUTBOX,
      data: { taskSlug: name, input: { submission }, queue: getMessage(name).channel },
      req,
      returning: false,
    });
  }
}

/** True if a message to the visitor of a submission is queued and has not been sent. */
export async function hasQueuedVisitorMessage(
  submission: string,
  req: PayloadRequest,
): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: OUTBOX,
    where: { 'input.submission': { equals: submission }, taskSlug: { in: VISITOR_MESSAGES } },
    // System: whether a message is queued does not depend on the user.
    overrideAccess: true,
    req,
  });
  return totalDocs > 0;
}

/**
 * Removes the unsent messages to the visitors of these submissions from the outbox, in the transaction of `req`.
 * Jobs that a worker is running check for themselves whether they may send.
 */
export const removeQueuedVisitorMessages = (
  submissions: string[],
  req: PayloadRequest,
): Promise<void> =>
  req.payload.db.deleteMany({
    collection: OUTBOX,
    where: {
      'input.submission': { in: submissions },
      taskSlug: { in: VISITOR_MESSAGES },
      completedAt: { exists: false },
      processing: { not_equals: true },
    },
    req,
  });

/** Removes all messages about a submission from the outbox, in the transaction of `req`. */
export const removeQueuedMessages = (submission: string, req: PayloadRequest): Promise<void> =>
  req.payload.db.deleteMany({
    collection: OUTBOX,
    where: { 'input.submission': { equals: submission } },
    req,
  });
