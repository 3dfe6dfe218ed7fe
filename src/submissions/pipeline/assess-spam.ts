import { servedCountriesOf } from '#domain/call-and-text-settings.ts';
import { toE164 } from '#domain/phone.ts';
import { assessPhoneNumber } from '#domain/phone-number-signals.ts';
import { type Question, questionName } from '#domain/questions.ts';
import type { SpamSignal } from '#domain/spam-signals.ts';
import { questionsOf } from '#forms/form-definition.ts';
import { FREE_TEXT_FIELDS, pickAnswers } from '#forms/kinds.ts';
import type { CheckedSubmission } from './check-submission.ts';
import type { Client } from './client.ts';
import { type FreeText, findTextSignals, signalsAboveThreshold } from './detect-spam-signals.ts';
import { verifyProofOfWork } from './proof-of-work.ts';
import { readTimeOpen } from './rendered-at-token.ts';

/** Nobody reads and fills in a form in less time; autofill comes close. */
const MIN_OPEN_MS = 2000;

export interface SpamAssessment {
  /** Why the submission is marked as spam; empty if it is not. */
  spamSignals: SpamSignal[];
  /** Nonce of the challenge that the client solved; it counts for one submission. */
  solvedChallenge: string | undefined;
}

/** Collects the spam signals of a submission. A marked submission is accepted all the same: coordinators decide. */
export async function assessSpam(
  checked: CheckedSubmission,
  client: Client,
): Promise<SpamAssessment> {
  const { website, rendered, proof } = checked.input.signals ?? {};
  const openMs = readTimeOpen(rendered, client.receivedAt);
  const solvedChallenge = await verifyProofOfWork(proof);
  const checks: [SpamSignal, boolean][] = [
    ['hidden-box', Boolean(website?.trim())],
    ['too-fast', openMs !== undefined && openMs < MIN_OPEN_MS],
    ['no-stamp', openMs === undefined],
    ['no-proof', solvedChallenge === undefined],
    ['no-origin', !client.isFromOwnPage],
  ];
  const numberSignal = assessPhoneNumber(
    toE164(pickAnswers(checked.input.answers).phone ?? '') ?? '',
    servedCountriesOf(checked.site),
  );
  if (numberSignal) checks.push([numberSignal, true]);
  const contextSignals = checks.filter(([, applies]) => applies).map(([signal]) => signal);
  return {
    spamSignals: signalsAboveThreshold([
      ...findTextSignals(freeTextOf(checked)),
      ...contextSignals,
    ]),
    solvedChallenge,
  };
}

const isFreeText = ({ type }: Question): boolean => type === 'short-text' || type === 'long-text';

/** The answers in the visitor's own words. Answers chosen from a list say nothing about spam. */
function freeTextOf({ input, callToAction }: CheckedSubmission): FreeText {
  const answers: Record<string, unknown> = input.answers;
  const textQuestions = questionsOf(callToAction).filter(isFreeText);
  const names = [...FREE_TEXT_FIELDS, ...textQuestions.map(({ id }) => questionName(id))];
  return {
    name: String(answers.name ?? ''),
    texts: names.flatMap((name) => answers[name] ?? []).map(String),
  };
}
