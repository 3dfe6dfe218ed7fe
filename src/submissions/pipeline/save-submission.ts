import { type PayloadRequest, ValidationError } from 'payload';
import { payload } from '#data/payload.ts';
import { callsAtOnceOf } from '#domain/call-and-text-settings.ts';
import { findContactWindow } from '#domain/contact-promise.ts';
import { questionName } from '#domain/questions.ts';
import { businessHoursOf, questionsOf } from '#forms/form-definition.ts';
import { FORM_KINDS, pickAnswers } from '#forms/kinds.ts';
import type { FormSubmission } from '#payload-types.ts';
import { runInRetriedTransaction } from '#platform/database/transaction.ts';
import {
  queueCoordinatorMessage,
  queueVisitorMessages,
} from '#submissions/messages/queue-messages.ts';
import type { SpamAssessment } from './assess-spam.ts';
import type { CheckedSubmission } from './check-submission.ts';
import type { Client } from './client.ts';
import type { ConsentEvidence } from './consent-evidence.ts';
import { fingerprintOf, idempotencyKeysFor, newIdempotencyKey } from './idempotency-keys.ts';
import { findReceiptByIdempotencyKey } from './idempotent-replay.ts';
import { markAsSpam } from './mark-as-spam.ts';
import { memoizeVerdict } from './memoize-verdict.ts';
import { countNewSubmission } from './rate-limits.ts';
import { newReceipt, newReference, type Receipt } from './receipt.ts';
import { recordConsent } from './record-consent.ts';
import { recordRepeat } from './record-repeat.ts';
import { isSlotTakenError, requireFreeSeat } from './require-free-seat.ts';

export interface UnsavedSubmission extends CheckedSubmission, SpamAssessment {
  idempotencyKey: string | undefined;
  /** See `contentKey`. */
  contentKey: string | undefined;
  consent: ConsentEvidence | undefined;
  client: Client;
  /**
   * Counts the post against the rate limit. It is awaited before anything is committed and before the
   * submission counts for its contact.
   */
  countPost: () => Promise<void>;
}

/** One attempt to save. The submission is counted once, however many attempts it takes. */
interface SaveAttempt extends UnsavedSubmission {
  countNewSubmission: typeof countNewSubmission;
  /** How many more references or seats may be drawn. */
  drawsLeft: number;
}

const MAX_DRAWS = 60;

type NewSubmission = Omit<FormSubmission, 'id' | 'createdAt' | 'updatedAt'>;

/**
 * Saves a submission once, with its consent record and the first event of its timeline. A replay under the
 * same idempotency key gets the same receipt. A submission over the limit of its contact, or of an address
 * that books times, is saved and marked as spam.
 * @throws SubmissionError `repeated` for a different submission under the same key, `invalid` for a time that
 * was taken meanwhile
 */
export const saveSubmission = (submission: UnsavedSubmission): Promise<Receipt> =>
  attemptSave({
    ...submission,
    countNewSubmission: memoizeVerdict(countNewSubmission),
    drawsLeft: MAX_DRAWS,
  });

async function attemptSave(attempt: SaveAttempt): Promise<Receipt> {
  const fingerprint = fingerprintOf(attempt.input);
  const keys = idempotencyKeysFor(attempt.idempotencyKey, fingerprint, attempt.client.receivedAt);
  const identity = {
    keys: [
      ...keys,
      ...(attempt.contentKey ? [attempt.contentKey] : []),
      ...proofKeys(attempt.solvedChallenge),
    ],
    fingerprint,
  };
  try {
    return await runInRetriedTransaction(payload, (req) =>
      insertSubmission(attempt, identity, req),
    );
  } catch (error) {
    const path = duplicatedField(error);
    if (path === 'keys')
      return attempt.idempotencyKey
        ? resolveKeyConflict(attempt, keys)
        : resolveContentConflict(attempt, keys);
    // Another submission took the reference (one in 34 billion) or the seat a moment earlier: draw another.
    if ((path === 'reference' || path === 'seat') && attempt.drawsLeft > 0) {
      return attemptSave({ ...attempt, drawsLeft: attempt.drawsLeft - 1 });
    }
    // The same submission may have taken the seat, sent twice at the same time.
    const earlier = isSlotTakenError(error) && (await findEarlierReceipt(attempt, keys));
    if (earlier) return earlier;
    throw error;
  }
}

/**
 * The idempotency key exists, so this is a replay or a different submission under the same key; or another
 * submission has used the proof of work.
 */
const resolveKeyConflict = async (attempt: SaveAttempt, keys: string[]): Promise<Receipt> =>
  (await findEarlierReceipt(attempt, keys)) ?? attemptSave(withUsedProof(attempt));

/** The same answers are stored; or their submission was withdrawn meanwhile, and this is a new one. */
const resolveContentConflict = async (attempt: SaveAttempt, keys: string[]): Promise<Receipt> =>
  (await findEarlierReceipt(attempt, keys)) ??
  attemptSave({ ...attempt, idempotencyKey: newIdempotencyKey() });

/** Returns the receipt of a replay under the idempotency key or, without a key, a receipt for the same answers. */
async function findEarlierReceipt(
  { idempotencyKey, input, client, countPost }: UnsavedSubmission,
  keys: string[],
): Promise<Receipt | undefined> {
  if (idempotencyKey) return findReceiptByIdempotencyKey(keys, input);
  await countPost();
  return recordRepeat(keys, input, client.receivedAt);
}

async function insertSubmission(
  {
    input,
    callToAction,
    kind,
    site,
    consent,
    client,
    countPost,
    countNewSubmission,
    spamSignals,
  }: SaveAttempt,
  identity: Pick<NewSubmission, 'keys' | 'fingerprint'>,
  req: PayloadRequest,
): Promise<Receipt> {
  const at = client.receivedAt.toISOString();
  const { slot, ...fields } = pickAnswers(input.answers);
  const due =
    slot ?? findContactWindow(businessHoursOf(site), client.receivedAt)?.closes.toISOString();
  const seat = slot ? await requireFreeSeat(slot, callsAtOnceOf(site), req) : undefined;
  const data: NewSubmission = {
    ...identity,
    reference: newReference(),
    receipt: newReceipt(),
    status: 'new',
    kind,
    callToAction: callToAction.id,
    ...fields,
    slot,
    seat: spamSignals.length > 0 ? undefined : seat,
    answers: customAnswers(callToAction, input.answers),
    preferredContact: FORM_KINDS[kind].preferredContact,
    voicemail: input.voicemail,
    receiptByMail: input.receiptByMail,
    page: input.page,
    locale: input.locale,
    timeZone: input.timeZone,
    receivedAt: at,
    dueAt: due,
    quarantined: spamSignals.length > 0,
    suspicions: spamSignals,
  };
  // System: visitors have no account, and this is the only place that creates submissions.
  const system = { depth: 0, overrideAccess: true, req } as const;
  const { id, receipt, reference, ...stored } = await req.payload.create({
    collection: 'form-submissions',
    data,
    showHiddenFields: true,
    // The collection validates against the same form, without loading it again.
    context: { callToAction, site },
    ...system,
  });
  // Only after the insert is it known to be new. Counting runs beside the writes below.
  const counting = countPost().then(() => countNewSubmission(stored, client));
  counting.catch(() => {});
  if (consent) {
    await recordConsent(consent, { submission: id, page: input.page }, client, req);
  }
  await queueCoordinatorMessage(id, req);
  const rateSignals = await counting;
  const isOverLimit = rateSignals.length > 0;
  if (isOverLimit) {
    await markAsSpam({ id, ...stored, spamSignals }, rateSignals, client.receivedAt, req);
  }
  await queueVisitorMessages(
    { ...stored, id, quarantined: stored.quarantined || isOverLimit },
    req,
  );
  return { receipt, reference };
}

/** Answers to the editor's own questions, each with the question as the visitor read it. */
const customAnswers = (
  callToAction: CheckedSubmission['callToAction'],
  answers: Record<string, unknown>,
): NonNullable<FormSubmission['answers']> =>
  questionsOf(callToAction).flatMap(({ id, label, type }) => {
    const answer = answers[questionName(id)];
    return answer === undefined
      ? []
      : [{ question: id, label, type, values: [answer].flat().map(String) }];
  });

/** A solved challenge is stored as a key: the unique index over keys then accepts it once. */
const proofKeys = (challenge: string | undefined): string[] =>
  challenge ? [`proof:${challenge}`] : [];

const withUsedProof = (attempt: SaveAttempt): SaveAttempt =>
  attempt.solvedChallenge
    ? {
        ...attempt,
        solvedChallenge: undefined,
        spamSignals: [...attempt.spamSignals, 'proof-used'],
      }
    : attempt;

/** The field whose unique index rejected the write. */
const duplicatedField = (error: unknown): string | undefined =>
  error instanceof ValidationError ? error.data.errors[0]?.path : undefined;
