import type { CollectionAfterChangeHook } from 'payload';
import type { FormSubmission } from '#payload-types.ts';
import {
  hasQueuedVisitorMessage,
  queueVisitorMessages,
} from '#submissions/messages/queue-messages.ts';

/**
 * Sends the visitor the messages that were withheld as spam when a coordinator clears the spam flag, unless
 * a message was sent before or waits in the outbox.
 */
export const notifyWhenSpamCleared: CollectionAfterChangeHook<FormSubmission> = async ({
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
    // System: whether a message was sent does not depend on the user.
    overrideAccess: true,
    req,
  });
  if (sent === 0 && !(await hasQueuedVisitorMessage(doc.id, req)))
    await queueVisitorMessages(doc, req);
};
