import { payload } from '#data/payload.ts';
import type { Kind } from '#domain/kinds.ts';
import { isSlug } from '#domain/slug.ts';
import { Refused } from '#domain/submission-error.ts';
import { askedBy } from '#forms/asked.ts';
import { fieldProblems, type Request, requestSchema } from '#forms/request.ts';
import type { CallsToAction, Site } from '#payload-types.ts';
import { keptBriefly } from '#platform/kept-briefly.ts';
import { atSlug } from './at-slug.ts';
import type { Sent } from './sent.ts';

export interface Checked {
  request: Request;
  callToAction: CallsToAction;
  /** Its kind, one that takes requests. */
  kind: Kind;
  site: Site;
}

/**
 * Finds the published call to action that the request answers, and parses the request by it.
 * @throws Refused `invalid` with the fields to mend
 */
export async function check({ request }: Sent, now: Date): Promise<Checked> {
  const { callToAction, site } = await invitation(request.callToAction);
  const asked = askedBy(callToAction, site, now);
  if (!asked) throw noSuchForm();
  const parsed = requestSchema(asked).safeParse(request);
  if (!parsed.success) throw new Refused('invalid', fieldProblems(parsed.error));
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
  new Refused('invalid', [{ name: 'callToAction', message: 'There is no such form.' }]);
