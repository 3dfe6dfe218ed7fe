import { renderWordingAsText } from '#domain/consent-wording-template.ts';
import { SubmissionError } from '#domain/submission-error.ts';
import type { SubmissionInput } from '#forms/submission-schema.ts';
import type { ConsentRecord, ConsentText } from '#payload-types.ts';
import { env } from '#platform/environment/env.ts';
import { findBySlug } from './find-by-slug.ts';

/** Evidence of a consent decision, before the submission is stored. */
export type ConsentEvidence = Pick<ConsentRecord, 'text' | 'version' | 'wording' | 'given'>;

/**
 * How long a replaced wording is still accepted, because a page can stay open overnight. After it, the
 * visitor is asked again: the wording was replaced for a reason. Caches get a new wording within seconds.
 */
const REPLACED_WORDING_GRACE_MS = 24 * 60 * 60_000;

const WORDING_CHANGED = 'The wording has changed. Read it again before you tick the box.';

/**
 * Loads the wording that the visitor saw, with the state of the checkbox; undefined if the form asked for no
 * consent.
 * @throws SubmissionError `invalid` if that wording never existed or was replaced too long ago
 */
export async function loadConsentEvidence(
  { consent }: SubmissionInput,
  brand: string,
  now: Date,
): Promise<ConsentEvidence | undefined> {
  if (!consent) return undefined;
  const text = await findConsentText(consent.text);
  const wording = text && acceptedWording(text, consent.version, now);
  if (!text || !wording)
    throw new SubmissionError('invalid', [{ name: 'consent', message: WORDING_CHANGED }]);
  return {
    text: text.id,
    version: consent.version,
    wording: renderWordingAsText(wording, { brand, origin: env.SITE_URL }),
    given: consent.given,
  };
}

const findConsentText = findBySlug('consent-texts');

/** Returns the wording of a version; undefined if it may not be consented to any more. */
function acceptedWording(text: ConsentText, version: number, now: Date): string | undefined {
  if (text.version === version) return text.wording;
  const earlier = text.earlier?.find((wording) => wording.version === version);
  // Without a time (NaN below), it may have been replaced years ago, so it is not accepted.
  const replacedAt = Date.parse(earlier?.replacedAt ?? '');
  return now.getTime() - replacedAt <= REPLACED_WORDING_GRACE_MS
    ? (earlier?.wording ?? undefined)
    : undefined;
}
