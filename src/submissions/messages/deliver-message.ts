import type { PayloadRequest } from 'payload';
import type { FormSubmission } from '#payload-types.ts';
import { env } from '#platform/environment/env.ts';
import { logFailure } from '#platform/log/log-failure.ts';
import { sendMail } from '#platform/mail/smtp.ts';
import { addTimelineEvent } from '#submissions/timeline/append-events.ts';
import { createChannelProof } from '#submissions/withdrawal/channel-proof.ts';
import { mayContact } from '#submissions/withdrawal/may-contact.ts';
import { DIGEST } from './digest-window.ts';
import { mailHeaders } from './mail-headers.ts';
import { getMessage, type Message, type MessageData, type MessageName } from './messages.ts';
import { type MessageJob, sendDigest } from './send-digest.ts';
import { sendText } from './send-text.ts';

/**
 * Sends a message about a submission, unless the submission is closed or its contact was withdrawn. It may run
 * again after a crash; a mail then has the same Message-ID.
 * @throws MailError, TextError
 */
export async function deliverMessage(
  name: MessageName,
  job: MessageJob,
  req: PayloadRequest,
): Promise<void> {
  if (name === DIGEST) return sendDigest(job, req);
  const id = job.submission;
  const submission = await findSubmission(id, req);
  if (!submission || submission.status === 'closed') return;
  if (!(await maySendTo(submission, req))) return;
  const message = getMessage(name);
  const data = await loadMessageData(submission, message, req);
  if (message.channel === 'text') {
    await sendText(submission, message.render(data), req);
  } else if (submission.email) {
    const to = submission.normalizedEmail ?? submission.email;
    await sendMail({ ...message.render(data), ...mailHeaders(name, id), to });
  }
  if (message.timelineText) await recordInTimeline(id, message.timelineText, req);
}

async function findSubmission(
  id: string,
  req: PayloadRequest,
): Promise<FormSubmission | undefined> {
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
    showHiddenFields: true,
    // System: the worker has no account; the message goes to the contact in the submission.
    overrideAccess: true,
    req,
  });
  return docs[0];
}

/** True unless the submission is marked as spam (its contact may be somebody else's) or the contact was withdrawn. */
const maySendTo = async (
  { phoneE164, email, receivedAt, quarantined }: FormSubmission,
  req: PayloadRequest,
): Promise<boolean> =>
  !quarantined && (await mayContact({ phoneE164, email }, new Date(receivedAt), req));

async function loadMessageData(
  { id, reference, receipt }: FormSubmission,
  { channel }: Message,
  req: PayloadRequest,
): Promise<MessageData> {
  const site = await req.payload.findGlobal({ slug: 'site', depth: 0, overrideAccess: false, req });
  const proof = createChannelProof(channel === 'text' ? 'phone' : 'email', receipt);
  return { brand: site.name, origin: env.SITE_URL, submission: id, reference, receipt, proof };
}

/** Adds the message to the timeline. It was sent, so a failure here must not make the job run again. */
async function recordInTimeline(
  submission: string,
  text: string,
  req: PayloadRequest,
): Promise<void> {
  const at = new Date().toISOString();
  try {
    await addTimelineEvent({ submission, type: 'message', text, at }, req);
  } catch (error) {
    logFailure('timeline-failed', error);
  }
}
