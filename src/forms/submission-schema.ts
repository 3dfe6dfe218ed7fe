import { z } from 'zod';
import type { FieldProblem } from '#domain/field-problem.ts';
import { addressIn } from '#domain/href.ts';
import { timeZone } from '#domain/iana-zone.ts';
import { DEFAULT_LOCALE, LOCALES } from '#domain/locales.ts';
import type { Question } from '#domain/questions.ts';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import { slot } from './fields.ts';
import { questionFields } from './questions.ts';
import { SCHEMAS } from './schemas.ts';

/** What decides how a request is checked. */
export interface FormDefinition {
  kind: SubmissionKind;
  questions: readonly Question[];
  /** The times that can be chosen, as ISO instants; undefined where the kind offers none. */
  slots?: readonly string[];
}

const TEXTS_NEED_CONSENT =
  'Tick the box to agree to text messages. We can only text you if you agree.';

const UNEXPECTED = 'Send what the form asks for, and nothing else.';

const TICKED_OR_NOT = 'Tick the box or leave it empty.';

const consent = z.strictObject(
  {
    text: z.string({ error: TICKED_OR_NOT }).max(110, TICKED_OR_NOT),
    version: z.int({ error: TICKED_OR_NOT }).positive(TICKED_OR_NOT),
    given: z.boolean({ error: TICKED_OR_NOT }),
  },
  { error: ({ code }) => (code === 'unrecognized_keys' ? UNEXPECTED : TEXTS_NEED_CONSENT) },
);

const NO_ADDRESS = 'We cannot email you a receipt: this form asks for no email address.';

/** Whether a form of this kind has an address to which a receipt can be sent. */
export const asksForEmail = (kind: SubmissionKind): boolean => 'email' in SCHEMAS[kind].shape;

const signal = (description: string) =>
  z.string({ error: UNEXPECTED }).optional().describe(description);

/** What a front end can say in favor of a request. What is left out lowers the trust in it, no more. */
const signals = z.strictObject(
  {
    website: signal('What stood in the box that people cannot see: only programs fill it in.'),
    rendered: signal('The stamp of the form’s own page, which says when it was rendered.'),
    proof: signal(
      'A solved challenge of `/api/challenge`, as the base64 of `{ challenge, solution }` in JSON (ALTCHA).',
    ),
  },
  { error: UNEXPECTED },
);

/** The path of a page of this site, without query: what a visitor typed can't be in it. */
export const pagePath = z
  .string()
  .max(300)
  .regex(/^\/(?:[^/?#\s\p{C}][^?#\s\p{C}]*)?$/u)
  .refine((path) => addressIn(path)?.path !== undefined);

/** Making a schema takes longer than parsing by it: one is kept for each kind that asks nothing more. */
function madeOnce<S>(make: (asked: FormDefinition) => S): (asked: FormDefinition) => S {
  const made = new Map<SubmissionKind, S>();
  return (asked) => {
    if (asked.questions.length > 0 || asked.slots) return make(asked);
    const schema = made.get(asked.kind) ?? make(asked);
    made.set(asked.kind, schema);
    return schema;
  };
}

/** What a visitor answers to the questions of a kind and those of the editor. */
export const answersSchema = madeOnce(({ kind, questions, slots }) =>
  SCHEMAS[kind].extend({
    ...questionFields(questions),
    ...(slots && { slot: slot.transform(toInstant).refine(isOneOf(slots), SLOT_GONE) }),
  }),
);

/** What is said where a time was free when the form was opened, and is not any more. */
export const SLOT_TAKEN = 'That time was just taken. Choose another time.';

const SLOT_GONE = 'That time can no longer be chosen. Choose another time.';

const toInstant = (value: string) => new Date(value).toISOString();

const isOneOf = (offered: readonly string[]) => (value: string) => offered.includes(value);

/** A request as it comes in through the door: the answers, and what stood beside the form. */
export const submissionSchema = madeOnce((asked) =>
  z.strictObject({
    callToAction: z.string(),
    answers: answersSchema(asked),
    consent: asked.kind === 'text-info' ? textConsent : consent.optional(),
    voicemail: z.boolean({ error: TICKED_OR_NOT }).default(false),
    receiptByMail: asksForEmail(asked.kind)
      ? z.boolean({ error: TICKED_OR_NOT }).default(false)
      : z.literal(false, { error: NO_ADDRESS }).default(false),
    // What a browser tells of itself is no mistake of the visitor.
    page: pagePath.optional().catch(undefined),
    locale: z.enum(LOCALES).default(DEFAULT_LOCALE).catch(DEFAULT_LOCALE),
    timeZone: timeZone.optional().catch(undefined),
    signals: signals.optional(),
  }),
);

const textConsent = consent.refine(({ given }) => given, TEXTS_NEED_CONSENT);

/** A checked request. */
export type SubmissionInput = z.output<ReturnType<typeof submissionSchema>>;

/** The answers by the names of their fields. */
export type Answers = Partial<Record<string, string | string[]>>;

/** The first problem of each field, in the order of the form. */
export function fieldProblems({ issues }: z.ZodError): FieldProblem[] {
  const problems = new Map<string, string>();
  for (const { path, code, message } of issues) {
    const [part, field] = path;
    const name = String((part === 'answers' ? field : part) ?? '');
    if (!problems.has(name))
      problems.set(name, name === '' || code === 'unrecognized_keys' ? UNEXPECTED : message);
  }
  return [...problems].map(([name, message]) => ({ name, message }));
}
