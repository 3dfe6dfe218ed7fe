import { payload } from '#data/payload.ts';
import { isSlug } from '#domain/slug.ts';
import { SubmissionError } from '#domain/submission-error.ts';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import { toFormDefinition } from '#forms/form-definition.ts';
import { fieldProblems, type SubmissionInput, submissionSchema } from '#forms/submission-schema.ts';
import type { CallsToAction, Site } from '#payload-types.ts';
import { memoizeBriefly } from '#platform/memoize-briefly.ts';
import { findBySlug } from './find-by-slug.ts';
import type { SubmissionPayload } from './submission-payload.ts';

/** A valid submission, with the call to action and the site settings that it was validated against. */
export interface CheckedSubmission {
  input: SubmissionInput;
  callToAction: CallsToAction;
  kind: SubmissionKind;
  site: Site;
}

/**
 * Finds the published call to action that the submission answers, and validates the submission against it.
 * @throws SubmissionError `invalid` with the fields to correct
 */
export async function checkSubmission(
  { body }: SubmissionPayload,
  now: Date,
): Promise<CheckedSubmission> {
  const { callToAction, site } = await findCallToActionAndSite(body.callToAction);
  const definition = toFormDefinition(callToAction, site, now);
  if (!definition) throw unknownFormError();
  const parsed = submissionSchema(definition).safeParse(body);
  if (!parsed.success) throw new SubmissionError('invalid', fieldProblems(parsed.error));
  return { input: parsed.data, callToAction, kind: definition.kind, site };
}

async function findCallToActionAndSite(
  slug: unknown,
): Promise<Pick<CheckedSubmission, 'callToAction' | 'site'>> {
  if (typeof slug !== 'string' || !isSlug(slug)) throw unknownFormError();
  const [callToAction, site] = await Promise.all([findCallToAction(slug), loadSite('')]);
  if (!callToAction) throw unknownFormError();
  return { callToAction, site };
}

const findCallToAction = findBySlug('calls-to-action');

const loadSite = memoizeBriefly(async () =>
  (await payload()).findGlobal({ slug: 'site', depth: 0, overrideAccess: false }),
);

const unknownFormError = () =>
  new SubmissionError('invalid', [{ name: 'callToAction', message: 'There is no such form.' }]);
