import { ALL_DAY, type BusinessHours } from '#domain/business-hours.ts';
import type { Question } from '#domain/questions.ts';
import { offeredSlots } from '#domain/slots.ts';
import { isSubmissionKind, type SubmissionKind } from '#domain/submission-kinds.ts';
import type { CallsToAction, Site } from '#payload-types.ts';
import type { FormDefinition } from './submission-schema.ts';

/** The questions that an editor added to a call to action. */
export const questionsOf = ({ questions }: Pick<CallsToAction, 'questions'>): Question[] =>
  (questions ?? []).map(({ id, label, hint, type, required, options }) => ({
    id: id ?? '',
    label,
    hint: hint ?? undefined,
    type,
    required: required ?? false,
    options: (options ?? []).map((option) => option.label),
  }));

/** When people answer, as the Site says. */
export const businessHoursOf = ({ timeZone, businessHours }: Site): BusinessHours => ({
  timeZone,
  hours: (businessHours ?? []).flatMap(({ day, allDay, opens, closes }) => {
    if (allDay) return [{ day, ...ALL_DAY }];
    return opens && closes ? [{ day, opens, closes }] : [];
  }),
});

/** The times that a form of this kind offers, as ISO instants; undefined if it offers none. */
export const slotsOf = (
  kind: SubmissionKind,
  hours: BusinessHours,
  now: Date,
): string[] | undefined =>
  kind === 'schedule-call' ? offeredSlots(hours, now).map((at) => at.toISOString()) : undefined;

/** All by which a request to this call to action is checked; undefined if it takes no requests. */
export function formDefinitionOf(
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
