import type { PayloadRequest } from 'payload';
import { SPAM_SIGNAL_LABELS, type SpamSignal } from '#domain/spam-signals.ts';
import type { FormSubmission } from '#payload-types.ts';
import { releasedSeat } from '#submissions/booking/seats.ts';
import { addTimelineEvent } from '#submissions/timeline/append-events.ts';

interface SavedSubmission extends Pick<FormSubmission, 'id' | 'seat'> {
  spamSignals: readonly SpamSignal[];
}

/**
 * Marks as spam a submission that was just saved and for which `countNewSubmission` found signals. Its time is
 * free again, like that of any submission marked as spam. Runs in the transaction of `req`.
 */
export async function markAsSpam(
  { id, seat, spamSignals }: SavedSubmission,
  newSignals: readonly SpamSignal[],
  at: Date,
  req: PayloadRequest,
): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'form-submissions',
    id,
    data: {
      quarantined: true,
      suspicions: [...spamSignals, ...newSignals],
      ...(seat && { seat: releasedSeat(id) }),
    },
    req,
    returning: false,
  });
  const text = `Possible spam: ${newSignals.map((signal) => SPAM_SIGNAL_LABELS[signal]).join(' ')}`;
  await addTimelineEvent({ submission: id, type: 'mark', text, at: at.toISOString() }, req);
}
