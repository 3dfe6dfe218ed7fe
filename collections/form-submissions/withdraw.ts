import type { Endpoint } from 'payload';
import { inOneTransaction } from '#platform/database/one-transaction.ts';
import { recordWithdrawal } from '#submissions/withdrawal/withdraw.ts';

/** A coordinator was told that somebody wants no contact, and writes it down at their request. */
export const withdrawEndpoint: Endpoint = {
  path: '/:id/withdraw',
  method: 'post',
  handler: async (req) => {
    // Who may not see the request gets no further.
    const request = await req.payload.findByID({
      collection: 'form-submissions',
      id: String(req.routeParams?.id),
      depth: 0,
      select: { phoneE164: true, email: true, receivedAt: true },
      overrideAccess: false,
      req,
    });
    await inOneTransaction(req, () => recordWithdrawal(request, req.user?.id, req));
    return Response.json({}, { headers: { 'Cache-Control': 'private, no-store' } });
  },
};
