import { ALL_DAY, type BusinessHours } from '#domain/business-hours.ts';
import type { Question } from '#domain/questions.ts';
import { offeredSlots } from '#domain/slots.ts';
import { isSubmissionKind, type SubmissionKind } from '#domain/submission-kinds.ts';
import type { CallsToAction, Site } from '#payload-types.ts';
import { offersSlots } from './kinds.ts';
import type { FormDefinition } from './submission-schema.ts';

/** Returns the questions that an editor added to a call to action. */
export const questionsOf = ({ questions }: Pick<CallsToAction, 'questions'>): Question[] =>
  (questions ?? []).map(({ id, label, hint, type, required, options }) => ({
    id: id ?? '',
    label,
    hint: hint ?? undefined,
    type,
    required: required ?? false,
    options: (options ?? []).map((option) => option.label),
  }));

/** Returns the business hours of the Site. */
export const businessHoursOf = ({ timeZone, businessHours }: Site): BusinessHours => ({
  timeZone,
  hours: (businessHours ?? []).flatMap(({ day, allDay, opens, closes }) => {
    if (allDay) return [{ day, ...ALL_DAY }];
    return opens && closes ? [{ day, opens, closes }] : [];
  }),
});

/** Returns the slots that a form offers, as ISO instants, or undefined if its kind has no slots. */
export const slotsOf = (
  kind: SubmissionKind,
  hours: BusinessHours,
  now: Date,
): string[] | undefined =>
  offersSlots(kind) ? offeredSlots(hours, now).map((at) => at.toISOString()) : undefined;

/** Returns everything that determines the schema of a call to action's form, or undefined if it has no form. */
export function toFormDefinition(
  callToAction: CallsToAction,
  site: Site,
  now: Date,
): FormDefinition | undefined {
  const { kind } = callToAction;
  if (!isSubmissionKind(kind)) return undefined;
  return {
    kind,
    questions: questionsOf(callToAction),
    slots: slotsOf(kind, businessHoursOf(site), now),
  };
}
