import type { PayloadRequest } from 'payload';
import type { FormSubmission } from '#payload-types.ts';
import { env } from '#platform/environment/env.ts';
import { logFailure } from '#platform/http/log.ts';
import { sendMail } from '#platform/mail/smtp.ts';
import { addLine } from '#submissions/timeline/add-line.ts';
import { mayContact } from '#submissions/withdrawal/may-contact.ts';
import { proofOf } from '#submissions/withdrawal/proof-of-channel.ts';
import { GATHERED } from './gathering.ts';
import { mailHeaders } from './mail-headers.ts';
import { type About, type Message, type MessageName, messageNamed } from './messages.ts';
import { type InHand, tellOfWaiting } from './tell-coordinators.ts';
import { textTo } from './to-phone.ts';

/**
 * Sends a message about a request, if it may still be sent: not about one that is closed, and to nobody
 * who has withdrawn. May run again after a crash: a mail has the same Message-ID then.
 * @throws MailFailed, TextFailed
 */
export async function deliver(
  name: MessageName,
  inHand: InHand,
  req: PayloadRequest,
): Promise<void> {
  if (name === GATHERED) return tellOfWaiting(inHand, req);
  const id = inHand.submission;
  const submission = await requestOf(id, req);
  if (!submission || submission.status === 'closed') return;
  if (!(await mayReach(submission, req))) return;
  const message = messageNamed(name);
  const about = await aboutOf(submission, message, req);
  if (message.channel === 'text') {
    await textTo(submission, message.words(about), req);
  } else if (submission.email) {
    const to = submission.normalizedEmail ?? submission.email;
    await sendMail({ ...message.words(about), ...mailHeaders(name, id), to });
  }
  if (message.line) await tell(id, message.line, req);
}

async function requestOf(id: string, req: PayloadRequest): Promise<FormSubmission | undefined> {
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    showHiddenFields: true,
    // System: the worker is nobody; the message goes where the request says.
    overrideAccess: true,
    req,
  });
  return docs[0];
}

/** Nothing goes to the address in a request that may be spam: it may be somebody else's. */
const mayReach = async (
  { phoneE164, email, receivedAt, quarantined }: FormSubmission,
  req: PayloadRequest,
): Promise<boolean> =>
  !quarantined && (await mayContact({ phoneE164, email }, new Date(receivedAt), req));

async function aboutOf(
  { id, reference, receipt }: FormSubmission,
  { channel }: Message,
  req: PayloadRequest,
): Promise<About> {
  const site = await req.payload.findGlobal({ slug: 'site', depth: 0, overrideAccess: false, req });
  const proof = proofOf(channel === 'text' ? 'phone' : 'email', receipt);
  return { brand: site.name, origin: env.SITE_URL, submission: id, reference, receipt, proof };
}

/** The message has gone: that it cannot be written down must not send it again. */
async function tell(submission: string, text: string, req: PayloadRequest): Promise<void> {
  const at = new Date().toISOString();
  try {
    await addLine({ submission, type: 'message', text, at }, req);
  } catch (error) {
    logFailure('timeline of a message', error);
  }
}
