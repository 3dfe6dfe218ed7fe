import { groupSlotsByDay } from '#forms/slot-days.ts';
import type { FormPageState } from '#forms/submission-form.tsx';

const ZONE = 'America/New_York';

/** Builds the state of a form's own page that offers these slots. Nothing is filled in, unless overridden. */
export const buildFormPageState = (
  slots: string[],
  overrides: Partial<FormPageState> = {},
): FormPageState => ({
  idempotencyKey: 'a-key-of-this-rendering',
  renderedAtToken: 'a-token-of-this-rendering',
  promise: 'A coordinator will call you today.',
  values: {},
  problems: [],
  days: groupSlotsByDay(slots, ZONE),
  timeZone: ZONE,
  ...overrides,
});
