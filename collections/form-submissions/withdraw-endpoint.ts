import type { Endpoint } from 'payload';
import { runInRequestTransaction } from '#platform/database/transaction.ts';
import { recordWithdrawal } from '#submissions/withdrawal/withdraw-contact.ts';

/** Records a withdrawal that a coordinator was told about. */
export const withdrawEndpoint: Endpoint = {
  path: '/:id/withdraw',
  method: 'post',
  handler: async (req) => {
    // Throws if the user may not read the submission.
    const submission = await req.payload.findByID({
      collection: 'form-submissions',
      id: String(req.routeParams?.id),
      depth: 0,
      select: { phoneE164: true, email: true, receivedAt: true },
      overrideAccess: false,
      req,
    });
    await runInRequestTransaction(req, () => recordWithdrawal(submission, req.user?.id, req));
    return Response.json({}, { headers: { 'Cache-Control': 'private, no-store' } });
  },
};
