import type { PayloadRequest } from 'payload';
import type { FormSubmission } from '#payload-types.ts';
import { mayContact } from '#withdrawal/may-contact.ts';
import type { MessageName } from './messages.ts';

type Rule = (request: FormSubmission, req: PayloadRequest) => Promise<boolean> | boolean;

/** Whether a message still makes sense when its turn comes: much can have happened since it was queued. */
const RULES: Record<MessageName, Rule> = {
  'request-waiting': ({ status, owner }) => status === 'new' && !owner,
  'information-text': async (request, req) =>
    !request.quarantined &&
    (await agreedToTexts(request, req)) &&
    (await mayContact({ phoneE164: request.phoneE164 }, new Date(request.receivedAt), req)),
  'receipt-mail': (request, req) =>
    !request.quarantined && mayContact({ email: request.email }, new Date(request.receivedAt), req),
};

export const isWanted = async (
  name: MessageName,
  request: FormSubmission,
  req: PayloadRequest,
): Promise<boolean> => RULES[name](request, req);

async function agreedToTexts({ id }: FormSubmission, req: PayloadRequest): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: 'consent-records',
    where: { submission: { equals: id }, given: { equals: true } },
    // System: what somebody agreed to does not depend on who asks.
    overrideAccess: true,
    req,
  });
  return totalDocs > 0;
}
