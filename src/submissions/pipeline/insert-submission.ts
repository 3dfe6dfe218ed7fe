import type { PayloadRequest } from 'payload';
import { callsAtOnceOf } from '#domain/call-and-text-settings.ts';
import { findContactWindow } from '#domain/contact-promise.ts';
import { questionName } from '#domain/questions.ts';
import { businessHoursOf, questionsOf } from '#forms/form-definition.ts';
import { FORM_KINDS, pickAnswers } from '#forms/kinds.ts';
import type { FormSubmission } from '#payload-types.ts';
import {
  queueCoordinatorMessage,
  queueVisitorMessages,
} from '#submissions/messages/queue-messages.ts';
import type { SpamAssessment } from './assess-spam.ts';
import type { CheckedSubmission } from './check-submission.ts';
import type { Client } from './client.ts';
import type { ConsentEvidence } from './consent-evidence.ts';
import { markAsSpam } from './mark-as-spam.ts';
import type { countNewSubmission } from './rate-limits.ts';
import { newReceipt, newReference, type Receipt } from './receipt.ts';
import { recordConsent } from './record-consent.ts';
import { requireFreeSeat } from './require-free-seat.ts';

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

/** A submission with the counter of its limits, which counts it once for all attempts. */
interface CountedSubmission extends UnsavedSubmission {
  countNewSubmission: typeof countNewSubmission;
}

type NewSubmission = Omit<FormSubmission, 'id' | 'createdAt' | 'updatedAt'>;

/**
 * Inserts a submission in the transaction of `req`, with its consent record, its messages and the seat that it needs.
 * @param identity the unique keys by which a replay is recognized
 * @throws SubmissionError if the post is over its limit, or if the slot is taken
 */
export async function insertSubmission(
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
  }: CountedSubmission,
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
