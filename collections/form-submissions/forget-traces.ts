import type { CollectionBeforeDeleteHook, PayloadRequest } from 'payload';
import { forgetMessages } from '#submissions/messages/notify.ts';

/**
 * Messages about an erased request leave the outbox, in hand, failed or waiting, and the evidence of its
 * consent no longer tells from where it was sent.
 */
export const forgetTraces: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await forgetMessages(String(id), req);
  await forgetSender(String(id), req);
};

/** What was shown and ticked, and when, stays. */
async function forgetSender(submission: string, req: PayloadRequest): Promise<void> {
  await req.payload.db.updateMany({
    collection: 'consent-records',
    where: { submission: { equals: submission } },
    data: { address: null, userAgent: null },
    req,
    returning: false,
  });
}
