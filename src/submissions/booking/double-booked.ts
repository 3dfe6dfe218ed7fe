import type { PayloadRequest } from 'payload';
import type { FormSubmission } from '#payload-types.ts';

/**
 * The references of the other open requests for the same time, if that is more than there can be calls:
 * one was marked as spam and was none, was closed and opened again, or is from before there were seats.
 */
export async function doubleBookedWith(
  { id, slot, status }: FormSubmission,
  callsAtOnce: number,
  req: PayloadRequest,
): Promise<string[]> {
  if (!slot || status === 'closed') return [];
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where: {
      slot: { equals: slot },
      status: { not_equals: 'closed' },
      quarantined: { not_equals: true },
      id: { not_equals: id },
    },
    pagination: false,
    depth: 0,
    select: { reference: true },
    overrideAccess: false,
    req,
  });
  return docs.length >= callsAtOnce ? docs.map(({ reference }) => reference) : [];
}
