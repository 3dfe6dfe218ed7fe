import { ValidationError } from 'payload';
import { payload } from '#data/payload.ts';
import { runInRetriedTransaction } from '#platform/database/transaction.ts';
import { fingerprintOf, idempotencyKeysFor, newIdempotencyKey } from './idempotency-keys.ts';
import { findReceiptByIdempotencyKey } from './idempotent-replay.ts';
import { insertSubmission, type UnsavedSubmission } from './insert-submission.ts';
import { memoizeVerdict } from './memoize-verdict.ts';
import { countNewSubmission } from './rate-limits.ts';
import type { Receipt } from './receipt.ts';
import { recordRepeat } from './record-repeat.ts';
import { isSlotTakenError } from './require-free-seat.ts';

/** One attempt to save. The submission is counted once, however many attempts it takes. */
interface SaveAttempt extends UnsavedSubmission {
  countNewSubmission: typeof countNewSubmission;
  /** How many more references or seats may be drawn. */
  drawsLeft: number;
}

const MAX_DRAWS = 60;

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
