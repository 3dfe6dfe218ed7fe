import { JobCancelledError, type PayloadRequest } from 'payload';
import type { FormSubmission } from '#payload-types.ts';
import { withdrawContact } from '#withdrawal/withdraw.ts';
import { deliver } from './deliver.ts';
import { MessageFailed } from './message-failed.ts';
import { MESSAGES, type MessageName } from './messages.ts';
import { TextFailed } from './texts/text-failed.ts';
import { isWanted } from './wanted.ts';

/**
 * Sends a message, if it is still wanted, and says so in the timeline of the request. After a crash it
 * may run again: a mail then has the same Message-ID.
 * @throws MessageFailed to be tried again later, JobCancelledError if that makes no sense
 */
export async function send(
  name: MessageName,
  submission: string,
  req: PayloadRequest,
): Promise<void> {
  const request = await findRequest(submission, req);
  if (!request || !(await isWanted(name, request, req))) return;
  try {
    await deliver(name, request, req);
  } catch (error) {
    if (error instanceof TextFailed && error.outcome === 'stopped') {
      await withdrawContact({ phoneE164: request.phoneE164 }, { source: 'text' }, new Date(), req);
      return;
    }
    const failed = MessageFailed.of(error);
    throw failed.final ? new JobCancelledError(failed.message) : failed;
  }
  if (MESSAGES[name].to === 'visitor') await note(name, submission, req);
}

async function findRequest(id: string, req: PayloadRequest): Promise<FormSubmission | null> {
  return req.payload.findByID({
    collection: 'form-submissions',
    id,
    depth: 0,
    disableErrors: true,
    showHiddenFields: true,
    // System: what is sent goes to the one who asked for it.
    overrideAccess: true,
    req,
  });
}

async function note(name: MessageName, submission: string, req: PayloadRequest): Promise<void> {
  await req.payload.create({
    collection: 'submission-events',
    data: {
      submission,
      type: 'message',
      text: `Sent: ${MESSAGES[name].label}`,
      at: new Date().toISOString(),
    },
    depth: 0,
    // System: the platform did it.
    overrideAccess: true,
    req,
  });
}
