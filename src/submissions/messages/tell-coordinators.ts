import { createHash } from 'node:crypto';
import type { PayloadRequest } from 'payload';
import { env } from '#platform/environment/env.ts';
import { endMail, GATHERED } from './gathering.ts';
import { mailHeaders } from './mail-headers.ts';
import { requestsWaiting } from './messages.ts';
import { removeJobs, waitingJobs } from './outbox.ts';
import { requestOf } from './shown/state.ts';
import { mailToCoordinators } from './to-coordinators.ts';

/** A message about a request, as a worker has it in hand. */
export interface InHand {
  job: string;
  submission: string;
}

/**
 * Mails to coordinators that a request is waiting, and with it all others that nobody was told of: one
 * mail for however many there are. What is closed or gone is not told. The jobs of the others are
 * removed once the mail has gone, so that none is lost with a worker.
 * @throws MailFailed
 */
export async function tellOfWaiting({ job, submission }: InHand, req: PayloadRequest) {
  const others = (await waitingJobs(req.payload, GATHERED)).filter(({ id }) => id !== job);
  const waiting = await openOf([submission, ...others.map(requestOf)], req);
  if (waiting.length > 0) await mailToCoordinators(mailAbout(waiting), req);
  await removeJobs(
    req.payload,
    others.map(({ id }) => id),
  );
  await endMail(req.payload, waiting.length > 0);
}

/** A repeat about the same requests is known as one by its Message-ID. */
function mailAbout(waiting: readonly string[]) {
  const [first, ...others] = waiting;
  const name = others.length === 0 ? first : sha256(waiting.join()).slice(0, 24);
  return { ...requestsWaiting(waiting, env.SITE_URL), ...mailHeaders(GATHERED, name ?? '') };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The ids of those requests that are still open, always in the same order. */
async function openOf(submissions: readonly string[], req: PayloadRequest): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where: { id: { in: [...new Set(submissions)] }, status: { not_equals: 'closed' } },
    select: { status: true },
    sort: 'receivedAt',
    pagination: false,
    depth: 0,
    // System: the worker is nobody.
    overrideAccess: true,
    req,
  });
  return docs.map(({ id }) => String(id)).toSorted();
}
