import { SubmissionError } from '#domain/submission-error.ts';
import { assessSpam } from './assess-spam.ts';
import { check } from './check.ts';
import type { Client } from './client.ts';
import { evidenceOf } from './consent.ts';
import { receiptOfUnchanged } from './idempotent-replay.ts';
import { contentKey } from './keys.ts';
import type { Receipt } from './reference.ts';
import { save } from './save.ts';
import type { SubmissionPayload } from './submission-payload.ts';

/**
 * The way of a request, the same for both doors: check, consent, suspect, save.
 * @param allow counts the post; waited for before anything is stored for good; a form's is counted already
 * @throws SubmissionError if it is not taken
 */
export async function submit(
  sent: SubmissionPayload,
  sender: Client,
  allow = async () => {},
): Promise<Receipt> {
  try {
    return await takeNew(sent, sender, allow);
  } catch (error) {
    if (!(error instanceof SubmissionError) || error.code !== 'invalid') throw error;
    // It can have been right when it came first: a time has gone by since, or the form asks more.
    const before = await receiptOfUnchanged(sent);
    if (before) return before;
    throw error;
  }
}

async function takeNew(
  sent: SubmissionPayload,
  sender: Client,
  allow: () => Promise<void>,
): Promise<Receipt> {
  const checked = await check(sent, sender.at);
  const consent = await evidenceOf(checked.request, checked.site.name, sender.at);
  const suspected = await assessSpam(checked, sender);
  return save({
    ...checked,
    key: sent.key,
    unchanged: contentKey(sent),
    consent,
    sender,
    allow,
    ...suspected,
  });
}
