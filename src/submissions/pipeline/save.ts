import { type PayloadRequest, ValidationError } from 'payload';
import { callsAtOnceOf } from '#domain/calls-and-texts.ts';
import { answeredIn } from '#domain/promise.ts';
import { questionName } from '#domain/questions.ts';
import { PREFERRED_CONTACT } from '#domain/submission-kinds.ts';
import { businessHoursOf, questionsOf } from '#forms/form-definition.ts';
import type { FormSubmission } from '#payload-types.ts';
import { notifyCoordinators, notifyVisitor } from '#submissions/messages/notify.ts';
import type { SpamAssessment } from './assess-spam.ts';
import type { Checked } from './check.ts';
import type { Client } from './client.ts';
import type { ConsentEvidence } from './consent.ts';
import { receiptOfFirst } from './idempotent-replay.ts';
import { fingerprintOf, keysOf, newKey } from './keys.ts';
import { findMany } from './limits.ts';
import { markAsSpam } from './mark-as-spam.ts';
import { recordConsent } from './record-consent.ts';
import { newReceipt, newReference, type Receipt } from './reference.ts';
import { receiptOfRepeat } from './repeat.ts';
import { isTimeTaken, seatAt } from './seat.ts';
import { submitOnce } from './submit-once.ts';
import { inTransaction } from './transaction.ts';

export interface Saving extends Checked, SpamAssessment {
  key: string | undefined;
  /** As `unchangedKey` makes it. */
  unchanged: string | undefined;
  consent: ConsentEvidence | undefined;
  sender: Client;
  /** Counts the post. Nothing is stored for good, and nobody else's count goes up, before it allows it. */
  allow: () => Promise<void>;
}

/** One try to save. A request is counted once, however many there are. */
interface Attempt extends Saving {
  findMany: typeof findMany;
  /** How often another reference or seat may still be drawn. */
  drawsLeft: number;
}

const MOST_DRAWS = 60;

type NewSubmission = Omit<FormSubmission, 'id' | 'createdAt' | 'updatedAt'>;

/**
 * Saves a request once, with its consent record and the first line of its timeline; the same request
 * again under its key gets the same receipt. One too many of a contact, or of an address that books times,
 * is saved and marked.
 * @throws SubmissionError `repeated` for another request under the same key, `invalid` for a time that was taken
 * meanwhile
 */
export const save = (saving: Saving): Promise<Receipt> =>
  attempt({ ...saving, findMany: submitOnce(findMany), drawsLeft: MOST_DRAWS });

async function attempt(saving: Attempt): Promise<Receipt> {
  const fingerprint = fingerprintOf(saving.request);
  const keys = keysOf(saving.key, fingerprint, saving.sender.at);
  const identity = {
    keys: [...keys, ...(saving.unchanged ? [saving.unchanged] : []), ...onceKeys(saving.solved)],
    fingerprint,
  };
  try {
    return await inTransaction((req) => insert(saving, identity, req));
  } catch (error) {
    const path = duplicatePath(error);
    if (path === 'keys') return saving.key ? again(saving, keys) : repeated(saving, keys);
    // One reference in 34 billion is taken, or somebody was a moment faster: another seat may be free.
    if ((path === 'reference' || path === 'seat') && saving.drawsLeft > 0) {
      return attempt({ ...saving, drawsLeft: saving.drawsLeft - 1 });
    }
    // Its time can have been taken by the very same request.
    const earlier = isTimeTaken(error) && (await earlierReceipt(saving, keys));
    if (earlier) return earlier;
    throw error;
  }
}

/** The key is taken, by this request or another one; or it is the proof that another request had used. */
const again = async (saving: Attempt, keys: string[]): Promise<Receipt> =>
  (await earlierReceipt(saving, keys)) ?? attempt(withUsedProof(saving));

/** The same answers are there; or they were taken back meanwhile, and this is a new request. */
const repeated = async (saving: Attempt, keys: string[]): Promise<Receipt> =>
  (await earlierReceipt(saving, keys)) ?? attempt({ ...saving, key: newKey() });

/** For the very request that came under the sender's key, or for the same answers without a key. */
async function earlierReceipt(
  { key, request, sender, allow }: Saving,
  keys: string[],
): Promise<Receipt | undefined> {
  if (key) return receiptOfFirst(keys, request);
  await allow();
  return receiptOfRepeat(keys, request, sender.at);
}

async function insert(
  { request, callToAction, kind, site, consent, sender, allow, findMany, suspicions }: Attempt,
  identity: Pick<NewSubmission, 'keys' | 'fingerprint'>,
  req: PayloadRequest,
): Promise<Receipt> {
  const at = sender.at.toISOString();
  const { slot, ...fields } = request.answers as Partial<FormSubmission>;
  const due = slot ?? answeredIn(businessHoursOf(site), sender.at)?.closes.toISOString();
  const seat = slot ? await seatAt(slot, callsAtOnceOf(site), req) : undefined;
  const data: NewSubmission = {
    ...identity,
    reference: newReference(),
    receipt: newReceipt(),
    status: 'new',
    kind,
    callToAction: callToAction.id,
    name: fields.name,
    email: fields.email,
    phone: fields.phone,
    bestTime: fields.bestTime,
    message: fields.message,
    contactWishes: fields.contactWishes,
    slot,
    seat: suspicions.length > 0 ? undefined : seat,
    answers: ownAnswers(callToAction, request.answers),
    preferredContact: PREFERRED_CONTACT[kind],
    voicemail: request.voicemail,
    receiptByMail: request.receiptByMail,
    page: request.page,
    locale: request.locale,
    timeZone: request.timeZone,
    receivedAt: at,
    dueAt: due,
    quarantined: suspicions.length > 0,
    suspicions,
  };
  // System: this is the one door by which requests come in.
  const system = { depth: 0, overrideAccess: true, req } as const;
  const { id, receipt, reference, ...stored } = await req.payload.create({
    collection: 'form-submissions',
    data,
    showHiddenFields: true,
    // The collection parses by what the door has just read.
    context: { callToAction, site },
    ...system,
  });
  // Only now is it known to be a new one. The verdicts are waited for later.
  const counted = allow().then(() => findMany(stored, sender));
  counted.catch(() => {});
  if (consent) {
    await recordConsent(consent, { submission: id, page: request.page }, sender, req);
  }
  await notifyCoordinators(id, req);
  const many = await counted;
  const isMany = many.length > 0;
  if (isMany) await markAsSpam({ id, ...stored, suspicions }, many, sender.at, req);
  await notifyVisitor({ ...stored, id, quarantined: stored.quarantined || isMany }, req);
  return { receipt, reference };
}

/** The answers to the editor's own questions, each with the words in which it was asked. */
const ownAnswers = (
  callToAction: Checked['callToAction'],
  answers: Record<string, unknown>,
): NonNullable<FormSubmission['answers']> =>
  questionsOf(callToAction).flatMap(({ id, label, type }) => {
    const answer = answers[questionName(id)];
    return answer === undefined
      ? []
      : [{ question: id, label, type, values: [answer].flat().map(String) }];
  });

/** A solved challenge is one of the keys: the same index lets it in once. */
const onceKeys = (solved: string | undefined): string[] => (solved ? [`proof:${solved}`] : []);

const withUsedProof = (saving: Attempt): Attempt =>
  saving.solved
    ? { ...saving, solved: undefined, suspicions: [...saving.suspicions, 'proof-used'] }
    : saving;

const duplicatePath = (error: unknown): string | undefined =>
  error instanceof ValidationError ? error.data.errors[0]?.path : undefined;
