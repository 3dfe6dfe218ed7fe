import type { PayloadRequest } from 'payload';
import { SUSPICION_LABELS, type Suspicion } from '#domain/suspicions.ts';
import { addLine } from '#hooks/add-line.ts';

/**
 * Marks a request that has just been saved as one of many with the same number or address. Runs in the
 * transaction of `req`.
 */
export async function markAsMany(
  id: string,
  suspicions: readonly Suspicion[],
  at: Date,
  req: PayloadRequest,
): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'form-submissions',
    id,
    data: { quarantined: true, suspicions: [...suspicions, 'many-of-contact'] },
    req,
    returning: false,
  });
  const text = `Possible spam: ${SUSPICION_LABELS['many-of-contact']}`;
  await addLine({ submission: id, type: 'mark', text, at: at.toISOString() }, req);
}
