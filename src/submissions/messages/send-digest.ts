import { createHash } from 'node:crypto';
import type { PayloadRequest } from 'payload';
import { env } from '#platform/environment/env.ts';
import { submissionIdOf } from './admin/message-state.ts';
import { DIGEST, endDigest } from './digest-window.ts';
import { mailCoordinators } from './mail-coordinators.ts';
import { mailHeaders } from './mail-headers.ts';
import { renderDigest } from './messages.ts';
import { findWaitingJobs, removeJobs } from './outbox.ts';

/** The ids of a running job and of the submission that its message is about. */
export interface MessageJob {
  job: string;
  submission: string;
}

/**
 * Sends coordinators one mail about a waiting submission and all others whose jobs are queued, without those
 * that are closed or erased meanwhile. The jobs of the others are removed after the mail was sent, so that a
 * crash loses none.
 * @throws MailError
 */
export async function sendDigest({ job, submission }: MessageJob, req: PayloadRequest) {
  const others = (await findWaitingJobs(req.payload, DIGEST)).filter(({ id }) => id !== job);
  const waiting = await findOpenIds([submission, ...others.map(submissionIdOf)], req);
  if (waiting.length > 0) await mailCoordinators(composeDigest(waiting), req);
  await removeJobs(
    req.payload,
    others.map(({ id }) => id),
  );
  await endDigest(req.payload, waiting.length > 0);
}

/** The Message-ID depends on the submissions, so that a repeat has the same one. */
function composeDigest(waiting: readonly string[]) {
  const [first, ...others] = waiting;
  const about = others.length === 0 ? first : sha256(waiting.join()).slice(0, 24);
  return { ...renderDigest(waiting, env.SITE_URL), ...mailHeaders(DIGEST, about ?? '') };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Returns the ids of those submissions that are still open, sorted. */
async function findOpenIds(submissions: readonly string[], req: PayloadRequest): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: 'form-submissions',
    where: { id: { in: [...new Set(submissions)] }, status: { not_equals: 'closed' } },
    select: { status: true },
    sort: 'receivedAt',
    pagination: false,
    depth: 0,
    // System: the worker has no account.
    overrideAccess: true,
    req,
  });
  return docs.map(({ id }) => String(id)).toSorted();
}
