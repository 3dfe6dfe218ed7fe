import { SubmissionError } from '#domain/submission-error.ts';
import { assessSpam } from './assess-spam.ts';
import { checkSubmission } from './check-submission.ts';
import type { Client } from './client.ts';
import { loadConsentEvidence } from './consent-evidence.ts';
import { contentKey } from './idempotency-keys.ts';
import { findReceiptByContentKey } from './idempotent-replay.ts';
import type { Receipt } from './receipt.ts';
import { saveSubmission } from './save-submission.ts';
import type { SubmissionPayload } from './submission-payload.ts';

/**
 * Runs a submission through the pipeline: check, consent, spam assessment, save. The HTML form and the
 * JSON API share it.
 * @param countPost counts the post against the rate limit, and is awaited before anything is committed;
 * posts of the HTML form are counted earlier
 * @throws SubmissionError if the submission is not accepted
 */
export async function submit(
  submission: SubmissionPayload,
  client: Client,
  countPost = async () => {},
): Promise<Receipt> {
  try {
    return await submitNew(submission, client, countPost);
  } catch (error) {
    if (!(error instanceof SubmissionError) || error.code !== 'invalid') throw error;
    // A replay may fail validation that it passed the first time: its time slot is over, or the form asks more.
    const earlier = await findReceiptByContentKey(submission);
    if (earlier) return earlier;
    throw error;
  }
}

async function submitNew(
  submission: SubmissionPayload,
  client: Client,
  countPost: () => Promise<void>,
): Promise<Receipt> {
  const checked = await checkSubmission(submission, client.receivedAt);
  const consent = await loadConsentEvidence(checked.input, checked.site.name, client.receivedAt);
  const assessment = await assessSpam(checked, client);
  return saveSubmission({
    ...checked,
    idempotencyKey: submission.idempotencyKey,
    contentKey: contentKey(submission),
    consent,
    client,
    countPost,
    ...assessment,
  });
}
