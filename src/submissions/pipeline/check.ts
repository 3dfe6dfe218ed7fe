import { payload } from '#data/payload.ts';
import { isSlug } from '#domain/slug.ts';
import { SubmissionError } from '#domain/submission-error.ts';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import { formDefinitionOf } from '#forms/form-definition.ts';
import { fieldProblems, type SubmissionInput, submissionSchema } from '#forms/submission-schema.ts';
import type { CallsToAction, Site } from '#payload-types.ts';
import { keptBriefly } from '#platform/kept-briefly.ts';
import { atSlug } from './at-slug.ts';
import type { SubmissionPayload } from './submission-payload.ts';

export interface Checked {
  request: SubmissionInput;
  callToAction: CallsToAction;
  /** Its kind, one that takes requests. */
  kind: SubmissionKind;
  site: Site;
}

/**
 * Finds the published call to action that the request answers, and parses the request by it.
 * @throws SubmissionError `invalid` with the fields to mend
 */
export async function check({ request }: SubmissionPayload, now: Date): Promise<Checked> {
  const { callToAction, site } = await invitation(request.callToAction);
  const asked = formDefinitionOf(callToAction, site, now);
  if (!asked) throw noSuchForm();
  const parsed = submissionSchema(asked).safeParse(request);
  if (!parsed.success) throw new SubmissionError('invalid', fieldProblems(parsed.error));
  return { request: parsed.data, callToAction, kind: asked.kind, site };
}

async function invitation(slug: unknown): Promise<Pick<Checked, 'callToAction' | 'site'>> {
  if (typeof slug !== 'string' || !isSlug(slug)) throw noSuchForm();
  const [callToAction, site] = await Promise.all([callToActionAt(slug), theSite('')]);
  if (!callToAction) throw noSuchForm();
  return { callToAction, site };
}

const callToActionAt = atSlug('calls-to-action');

const theSite = keptBriefly(async () =>
  (await payload()).findGlobal({ slug: 'site', depth: 0, overrideAccess: false }),
);

const noSuchForm = () =>
  new SubmissionError('invalid', [{ name: 'callToAction', message: 'There is no such form.' }]);
