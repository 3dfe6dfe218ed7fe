import { wordingAsShown } from '#domain/consent-wording.ts';
import { SubmissionError } from '#domain/submission-error.ts';
import type { SubmissionInput } from '#forms/submission-schema.ts';
import type { ConsentRecord, ConsentText } from '#payload-types.ts';
import { env } from '#platform/environment/env.ts';
import { atSlug } from './at-slug.ts';

/** The evidence of a consent that was asked for, before it belongs to a stored request. */
export type ConsentEvidence = Pick<ConsentRecord, 'text' | 'version' | 'wording' | 'given'>;

/**
 * A page can stay open over night. Caches are told of a new wording within seconds, and what was open
 * for longer is asked again: nobody agrees for good to words that were replaced for a reason.
 */
const REPLACED_COUNTS_MS = 24 * 60 * 60_000;

const REWORDED = 'The wording has changed. Read it again before you tick the box.';

/**
 * The words that the visitor was shown, with the state of the box; undefined where none were asked.
 * @throws SubmissionError `invalid` if there never was such a wording, or it was replaced too long ago
 */
export async function evidenceOf(
  { consent }: SubmissionInput,
  brand: string,
  now: Date,
): Promise<ConsentEvidence | undefined> {
  if (!consent) return undefined;
  const text = await consentTextAt(consent.text);
  const wording = text && wordingOf(text, consent.version, now);
  if (!text || !wording)
    throw new SubmissionError('invalid', [{ name: 'consent', message: REWORDED }]);
  return {
    text: text.id,
    version: consent.version,
    wording: wordingAsShown(wording, { brand, origin: env.SITE_URL }),
    given: consent.given,
  };
}

const consentTextAt = atSlug('consent-texts');

/** A page can have been open while the wording changed: what counts is what stood on it. */
function wordingOf(text: ConsentText, version: number, now: Date): string | undefined {
  if (text.version === version) return text.wording;
  const earlier = text.earlier?.find((one) => one.version === version);
  // One without a time may have been replaced years ago.
  const replacedAt = Date.parse(earlier?.replacedAt ?? '');
  return now.getTime() - replacedAt <= REPLACED_COUNTS_MS
    ? (earlier?.wording ?? undefined)
    : undefined;
}
