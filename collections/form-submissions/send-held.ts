import type { CollectionAfterChangeHook } from 'payload';
import type { FormSubmission } from '#payload-types.ts';
import { notifyVisitor, waitsForVisitor } from '#submissions/messages/notify.ts';

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
  if (sent === 0 && !(await waitsForVisitor(doc.id, req))) await notifyVisitor(doc, req);
};
