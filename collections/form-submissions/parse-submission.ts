import {
  APIError,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
  ValidationError,
} from 'payload';
import { normalizeEmail } from '#domain/email.ts';
import { toE164 } from '#domain/phone.ts';
import { questionName } from '#domain/questions.ts';
import { toFormDefinition } from '#forms/form-definition.ts';
import { pickAnswers } from '#forms/kinds.ts';
import { type Answers, answersSchema, fieldProblems } from '#forms/submission-schema.ts';
import type { CallsToAction, FormSubmission, Site } from '#payload-types.ts';

/** The call to action that a submission answers, and the Site. */
export interface SubmissionTarget {
  callToAction: CallsToAction;
  site: Site;
}

/**
 * Parses a new submission with the schema of its kind, also when it does not come from a form, so that
 * nothing is stored that the form would reject.
 * @throws ValidationError naming the fields
 */
export const parseSubmission: CollectionBeforeValidateHook<FormSubmission> = async ({
  data = {},
  operation,
  req,
}) => {
  if (operation !== 'create') return data;
  const { callToAction, site } = await loadTarget(String(data.callToAction), req);
  const definition = toFormDefinition(callToAction, site, new Date(data.receivedAt ?? Date.now()));
  if (!definition || definition.kind !== data.kind) {
    throw new APIError('This call to action does not take requests of this kind.', 400, null, true);
  }
  const parsed = answersSchema(definition).safeParse(answersOf(data));
  if (!parsed.success) {
    const errors = fieldProblems(parsed.error).map(({ name, message }) => ({
      path: name,
      message,
    }));
    throw new ValidationError({ collection: 'form-submissions', errors, req });
  }
  return {
    ...data,
    phoneE164: data.phone ? toE164(data.phone) : undefined,
    normalizedEmail: data.email ? normalizeEmail(data.email) : undefined,
  };
};

/** Reads both from `req.context` if the pipeline left them there, otherwise from the database. */
async function loadTarget(id: string, req: PayloadRequest): Promise<SubmissionTarget> {
  const { callToAction: cached, site: cachedSite } = req.context as Partial<SubmissionTarget>;
  if (cached?.id === id && cachedSite) return { callToAction: cached, site: cachedSite };
  // System: the definition of a form does not depend on the user.
  const system = { depth: 0, overrideAccess: true, req } as const;
  // Sequential: a MongoDB transaction runs one operation at a time.
  const callToAction = await req.payload.findByID({ collection: 'calls-to-action', id, ...system });
  const site = await req.payload.findGlobal({ slug: 'site', ...system });
  return { callToAction, site };
}

function answersOf(data: Partial<FormSubmission>): Answers {
  const custom = (data.answers ?? []).map(({ question, type, values }) => [
    questionName(question),
    type === 'choices' ? values : values[0],
  ]);
  return { ...pickAnswers(data), ...Object.fromEntries(custom) } as Answers;
}
