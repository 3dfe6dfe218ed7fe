import {
  APIError,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
  ValidationError,
} from 'payload';
import { normalizeEmail } from '#domain/email.ts';
import { toE164 } from '#domain/phone.ts';
import { questionName } from '#domain/questions.ts';
import { formDefinitionOf } from '#forms/form-definition.ts';
import { type Answers, answersSchema, fieldProblems } from '#forms/submission-schema.ts';
import type { CallsToAction, FormSubmission, Site } from '#payload-types.ts';

const ANSWERED = [
  'name',
  'email',
  'phone',
  'bestTime',
  'slot',
  'message',
  'contactWishes',
] as const;

/** What a request answers. */
export interface Answered {
  callToAction: CallsToAction;
  site: Site;
}

/**
 * Parses a new request by the schema of its kind once more, whoever brings it: nothing is stored that
 * the form would refuse.
 * @throws ValidationError naming the fields
 */
export const parseRequest: CollectionBeforeValidateHook<FormSubmission> = async ({
  data = {},
  operation,
  req,
}) => {
  if (operation !== 'create') return data;
  const { callToAction, site } = await answered(String(data.callToAction), req);
  const asked = formDefinitionOf(callToAction, site, new Date(data.receivedAt ?? Date.now()));
  if (!asked || asked.kind !== data.kind) {
    throw new APIError('This call to action does not take requests of this kind.', 400, null, true);
  }
  const parsed = answersSchema(asked).safeParse(answersOf(data));
  if (!parsed.success) {
    const errors = fieldProblems(parsed.error).map(({ name, message }) => ({
      path: name,
      message,
    }));
    throw new ValidationError({ collection: 'form-submissions', errors, req });
  }
  return {
    ...data,
    phoneE164: toE164(String(data.phone)),
    normalizedEmail: data.email ? normalizeEmail(data.email) : undefined,
  };
};

/** Who has just read it to check the request leaves it in the request's context. */
async function answered(id: string, req: PayloadRequest): Promise<Answered> {
  const { callToAction: read, site: siteRead } = req.context as Partial<Answered>;
  if (read?.id === id && siteRead) return { callToAction: read, site: siteRead };
  // System: what a form asks for does not depend on who asks.
  const system = { depth: 0, overrideAccess: true, req } as const;
  // One after the other: a transaction carries one operation at a time.
  const callToAction = await req.payload.findByID({ collection: 'calls-to-action', id, ...system });
  const site = await req.payload.findGlobal({ slug: 'site', ...system });
  return { callToAction, site };
}

function answersOf(data: Partial<FormSubmission>): Answers {
  const given = ANSWERED.map((field) => [field, data[field]]).filter(([, value]) => value != null);
  const own = (data.answers ?? []).map(({ question, type, values }) => [
    questionName(question),
    type === 'choices' ? values : values[0],
  ]);
  return Object.fromEntries([...given, ...own]);
}
