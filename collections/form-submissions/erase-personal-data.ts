import type { CollectionBeforeDeleteHook, PayloadRequest } from 'payload';
import { removeQueuedMessages } from '#submissions/messages/queue-messages.ts';

/**
 * Erases the personal data of a deleted submission elsewhere: its messages in the outbox, whether waiting,
 * failed or being sent, and the client's address and browser in its consent records.
 */
export const erasePersonalData: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await removeQueuedMessages(String(id), req);
  await anonymizeConsentRecords(String(id), req);
};

/** Keeps wording, version, checkbox and time as evidence. */
async function anonymizeConsentRecords(submission: string, req: PayloadRequest): Promise<void> {
  await req.payload.db.updateMany({
    collection: 'consent-records',
    where: { submission: { equals: submission } },
    data: { address: null, userAgent: null },
    req,
    returning: false,
  });
}
