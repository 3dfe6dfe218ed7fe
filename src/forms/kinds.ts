import type { z } from 'zod';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import type { FormSubmission } from '#payload-types.ts';
import { fieldMeta } from './fields.ts';
import type { FormKind } from './form-kind.ts';
import { config as letUsHelp } from './let-us-help/config.ts';
import { config as requestCall } from './request-call/config.ts';
import { config as requestMeeting } from './request-meeting/config.ts';
import { config as scheduleCall } from './schedule-call/config.ts';
import { config as textInfo } from './text-info/config.ts';

const CONFIGS = {
  'request-call': requestCall,
  'text-info': textInfo,
  'request-meeting': requestMeeting,
  'schedule-call': scheduleCall,
  'let-us-help': letUsHelp,
} satisfies Record<SubmissionKind, FormKind>;

type Configs = typeof CONFIGS;

/** The configuration of each kind of submission. */
export const FORM_KINDS: {
  [K in SubmissionKind]: Omit<FormKind, 'schema'> & Pick<Configs[K], 'schema'>;
} = CONFIGS;

/** True if a form of this kind asks for an email address, to which a receipt can be sent. */
export const asksForEmail = (kind: SubmissionKind): boolean =>
  'email' in FORM_KINDS[kind].schema.shape;

/** True if a form of this kind offers slots for a call. */
export const offersSlots = (kind: SubmissionKind): boolean =>
  'slot' in FORM_KINDS[kind].schema.shape;

/** A field of any kind. A submission stores its value under the same name. */
export type AnswerField = {
  [K in SubmissionKind]: keyof Configs[K]['schema']['shape'];
}[SubmissionKind];

const FIELDS = new Map<string, z.ZodType>(
  Object.values(CONFIGS).flatMap(({ schema }) => Object.entries(schema.shape)),
);

/** The fields of all kinds. */
export const ANSWER_FIELDS = [...FIELDS.keys()] as AnswerField[];

/** The fields of all kinds in which visitors write in their own words. */
export const FREE_TEXT_FIELDS: readonly string[] = ANSWER_FIELDS.filter(
  (name) => fieldMeta.get(FIELDS.get(name) as z.ZodType)?.input === 'textarea',
);

/** Returns the values of these fields that are present. */
export const pickAnswers = (
  values: Partial<Record<AnswerField, unknown>>,
): Partial<Pick<FormSubmission, AnswerField>> =>
  Object.fromEntries(
    ANSWER_FIELDS.map((field) => [field, values[field]]).filter(([, value]) => value != null),
  );
