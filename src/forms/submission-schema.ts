import { z } from 'zod';
import type { FieldProblem } from '#domain/field-problem.ts';
import { parseHref } from '#domain/href.ts';
import { DEFAULT_LOCALE, LOCALES } from '#domain/locales.ts';
import type { Question } from '#domain/questions.ts';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import { timeZoneSchema } from '#domain/time-zone-schema.ts';
import { questionFields } from './editor-questions.ts';
import { slot } from './fields.ts';
import { asksForEmail, FORM_KINDS } from './kinds.ts';

/** Everything that determines the schema of a form. */
export interface FormDefinition {
  kind: SubmissionKind;
  questions: readonly Question[];
  /** Slots on offer, as ISO instants; undefined if the kind has no slots. */
  slots?: readonly string[];
}

const TEXTS_NEED_CONSENT =
  'Tick the box to agree to text messages. We can only text you if you agree.';

const UNEXPECTED_MESSAGE = 'Send what the form asks for, and nothing else.';

const CHECKBOX_MESSAGE = 'Tick the box or leave it empty.';

const consentSchema = z.strictObject(
  {
    text: z.string({ error: CHECKBOX_MESSAGE }).max(110, CHECKBOX_MESSAGE),
    version: z.int({ error: CHECKBOX_MESSAGE }).positive(CHECKBOX_MESSAGE),
    given: z.boolean({ error: CHECKBOX_MESSAGE }),
  },
  { error: ({ code }) => (code === 'unrecognized_keys' ? UNEXPECTED_MESSAGE : TEXTS_NEED_CONSENT) },
);

const RECEIPT_NEEDS_EMAIL = 'We cannot email you a receipt: this form asks for no email address.';

const signalSchema = (description: string) =>
  z.string({ error: UNEXPECTED_MESSAGE }).optional().describe(description);

/** Evidence against spam from a front end. A missing signal raises the spam score, but is not an error. */
const signalsSchema = z.strictObject(
  {
    website: signalSchema(
      'The value of the honeypot, a field that people cannot see: only programs fill it in.',
    ),
    rendered: signalSchema('The token from the form page, which says when it was rendered.'),
    proof: signalSchema(
      'A solved challenge of `/api/challenge`, as the base64 of `{ challenge, solution }` in JSON (ALTCHA).',
    ),
  },
  { error: UNEXPECTED_MESSAGE },
);

/** Schema of the path of a page of this site. It excludes a query, which could contain something that a visitor typed. */
export const pagePathSchema = z
  .string()
  .max(300)
  .regex(/^\/(?:[^/?#\s\p{C}][^?#\s\p{C}]*)?$/u)
  .refine((path) => parseHref(path)?.path !== undefined);

/** Memoizes schemas for forms without questions and slots: creating a schema takes longer than parsing with it. */
function memoizeByKind<S>(create: (form: FormDefinition) => S): (form: FormDefinition) => S {
  const schemas = new Map<SubmissionKind, S>();
  return (form) => {
    if (form.questions.length > 0 || form.slots) return create(form);
    const schema = schemas.get(form.kind) ?? create(form);
    schemas.set(form.kind, schema);
    return schema;
  };
}

/** Returns the schema of the answers to the fields of a kind and the questions of the editor. */
export const answersSchema = memoizeByKind(({ kind, questions, slots }) =>
  FORM_KINDS[kind].schema.extend({
    ...questionFields(questions),
    ...(slots && { slot: slot.transform(toInstant).refine(isOneOf(slots), SLOT_GONE) }),
  }),
);

/** Error message for a slot that was free when the form was opened, but is taken now. */
export const SLOT_TAKEN = 'That time was just taken. Choose another time.';

const SLOT_GONE = 'That time can no longer be chosen. Choose another time.';

const toInstant = (value: string) => new Date(value).toISOString();

const isOneOf = (offered: readonly string[]) => (value: string) => offered.includes(value);

/** Returns the schema of a submission to the JSON API: the answers, and the meta fields of the form. */
export const submissionSchema = memoizeByKind((form) =>
  z.strictObject({
    callToAction: z.string(),
    answers: answersSchema(form),
    consent: FORM_KINDS[form.kind].answersByText ? givenConsentSchema : consentSchema.optional(),
    voicemail: z.boolean({ error: CHECKBOX_MESSAGE }).default(false),
    receiptByMail: asksForEmail(form.kind)
      ? z.boolean({ error: CHECKBOX_MESSAGE }).default(false)
      : z.literal(false, { error: RECEIPT_NEEDS_EMAIL }).default(false),
    // Invalid values from the browser are dropped: they are not an error of the visitor.
    page: pagePathSchema.optional().catch(undefined),
    locale: z.enum(LOCALES).default(DEFAULT_LOCALE).catch(DEFAULT_LOCALE),
    timeZone: timeZoneSchema.optional().catch(undefined),
    signals: signalsSchema.optional(),
  }),
);

const givenConsentSchema = consentSchema.refine(({ given }) => given, TEXTS_NEED_CONSENT);

/** A valid submission. */
export type SubmissionInput = z.output<ReturnType<typeof submissionSchema>>;

/** Answers by field name. */
export type Answers = Partial<Record<string, string | string[]>>;

/** Returns the first error of each field, in the order of the form. */
export function fieldProblems({ issues }: z.ZodError): FieldProblem[] {
  const problems = new Map<string, string>();
  for (const { path, code, message } of issues) {
    const [part, field] = path;
    const name = String((part === 'answers' ? field : part) ?? '');
    if (!problems.has(name))
      problems.set(
        name,
        name === '' || code === 'unrecognized_keys' ? UNEXPECTED_MESSAGE : message,
      );
  }
  return [...problems].map(([name, message]) => ({ name, message }));
}
