import type { PayloadRequest } from 'payload';
import type { FormSubmission } from '#payload-types.ts';
import { type MessageName, messageNamed, TO_VISITOR } from './messages.ts';
import { OUTBOX } from './outbox-slug.ts';

type Stored = Pick<FormSubmission, 'id' | 'kind' | 'receiptByMail' | 'quarantined'>;

/** Queues what coordinators are told of a new request, in its transaction: it is sent if the request is there. */
export const notifyCoordinators = (submission: string, req: PayloadRequest): Promise<void> =>
  queue(['request-waiting'], submission, req);

/** Queues what its visitor is told of a request, unless it may be spam, in the transaction of `req`. */
export const notifyVisitor = (stored: Stored, req: PayloadRequest): Promise<void> =>
  queue(toVisitor(stored), stored.id, req);

function toVisitor({ kind, receiptByMail, quarantined }: Omit<Stored, 'id'>): MessageName[] {
  if (quarantined) return [];
  return [
    ...(kind === 'text-info' ? (['visitor-information'] as const) : []),
    ...(receiptByMail ? (['visitor-receipt'] as const) : []),
  ];
}

/** As Payload queues a job, without reading back what it wrote. */
async function queue(names: MessageName[], submission: string, req: PayloadRequest): Promise<void> {
  for (const name of names) {
    await req.payload.db.create({
      collection: OUTBOX,
      data: { taskSlug: name, input: { submission }, queue: messageNamed(name).channel },
      req,
      returning: false,
    });
  }
}

/** Whether a message to the visitor of a request is queued, and has not gone. */
export async function waitsForVisitor(submission: string, req: PayloadRequest): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: OUTBOX,
    where: { 'input.submission': { equals: submission }, taskSlug: { in: TO_VISITOR } },
    // System: what waits does not depend on who asks.
    overrideAccess: true,
    req,
  });
  return totalDocs > 0;
}

/**
 * Takes what visitors have not been told yet of these requests out of the outbox, in the transaction of `req`.
 * What a worker has in hand finds out by itself that nothing may go.
 */
export const forgetMessagesToVisitors = (
  submissions: string[],
  req: PayloadRequest,
): Promise<void> =>
  req.payload.db.deleteMany({
    collection: OUTBOX,
    where: {
      'input.submission': { in: submissions },
      taskSlug: { in: TO_VISITOR },
      completedAt: { exists: false },
      processing: { not_equals: true },
    },
    req,
  });

/** Takes all messages about a request out of the outbox, in the transaction of `req`. */
export const forgetMessages = (submission: string, req: PayloadRequest): Promise<void> =>
  req.payload.db.deleteMany({
    collection: OUTBOX,
    where: { 'input.submission': { equals: submission } },
    req,
  });
