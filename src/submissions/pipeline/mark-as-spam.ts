import type { PayloadRequest } from 'payload';
import { SPAM_SIGNAL_LABELS, type SpamSignal } from '#domain/spam-signals.ts';
import type { FormSubmission } from '#payload-types.ts';
import { givenBack } from '#submissions/booking/seats.ts';
import { addLine } from '#submissions/timeline/add-line.ts';

interface Saved extends Pick<FormSubmission, 'id' | 'seat'> {
  suspicions: readonly SpamSignal[];
}

/**
 * Marks a request that has just been saved as one of many, as `findMany` found. Its time is free again, as
 * that of any request that may be spam. Runs in the transaction of `req`.
 */
export async function markAsSpam(
  { id, seat, suspicions }: Saved,
  many: readonly SpamSignal[],
  at: Date,
  req: PayloadRequest,
): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'form-submissions',
    id,
    data: {
      quarantined: true,
      suspicions: [...suspicions, ...many],
      ...(seat && { seat: givenBack(id) }),
    },
    req,
    returning: false,
  });
  const text = `Possible spam: ${many.map((one) => SPAM_SIGNAL_LABELS[one]).join(' ')}`;
  await addLine({ submission: id, type: 'mark', text, at: at.toISOString() }, req);
}
