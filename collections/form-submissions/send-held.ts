import type { CollectionAfterChangeHook, PayloadRequest } from 'payload';
import { TO_VISITOR } from '#messages/messages.ts';
import { notifyVisitor } from '#messages/notify.ts';
import { OUTBOX } from '#messages/shown/outbox-slug.ts';
import type { FormSubmission } from '#payload-types.ts';

/**
 * What was held back from the visitor while the request was taken for spam goes out when a coordinator
 * clears the mark, unless something has been sent before, or waits already.
 */
export const sendHeld: CollectionAfterChangeHook<FormSubmission> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const cleared = operation === 'update' && previousDoc.quarantined && !doc.quarantined;
  if (!cleared || doc.status === 'closed') return;
  const { totalDocs: sent } = await req.payload.count({
    collection: 'submission-events',
    where: { submission: { equals: doc.id }, type: { equals: 'message' } },
    // System: whether something was sent does not depend on who asks.
    overrideAccess: true,
    req,
  });
  if (sent === 0 && !(await waits(doc.id, req))) await notifyVisitor(doc, req);
};

/** Whether a message to the visitor was queued before the mark was set, and has not gone. */
async function waits(submission: string, req: PayloadRequest): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: OUTBOX,
    where: { 'input.submission': { equals: submission }, taskSlug: { in: TO_VISITOR } },
    // System: as above.
    overrideAccess: true,
    req,
  });
  return totalDocs > 0;
}
