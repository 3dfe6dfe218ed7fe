import type { PayloadRequest } from 'payload';
import type { FormSubmission } from '#payload-types.ts';

/**
 * Finds the other open submissions for the same time, if together they exceed the calls at once. That happens
 * when a submission was marked as spam by mistake, was closed and reopened, or predates seats.
 * @returns their references; none without a conflict
 */
export async function findDoubleBookings(
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
