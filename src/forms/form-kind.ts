import type { z } from 'zod';
import type { ContactMethod, SubmissionKind } from '#domain/submission-kinds.ts';

/** Texts for visitors about one kind of submission. */
export interface KindCopy {
  /** Returns a sentence about when we contact the visitor. `when` is like “today, before 6:00 PM Eastern Time”. */
  promise: (when: string) => string;
  /** Label of the submit button of the whole form, if the editor's label is for the first step only. */
  submitLabel?: string;
  /** What happens after the submission, in order. */
  nextSteps: readonly { title: string; text: string }[];
}

/** Everything in which one kind of submission differs from the others. */
export interface FormKind {
  /** Its fields, in the order of the form. With `email` it offers a receipt, with `slot` times for a call. */
  schema: z.ZodObject;
  copy: KindCopy;
  /** How the visitor expects to be contacted. */
  preferredContact: ContactMethod;
  /** The form asks whether a voicemail may be left. */
  asksAboutVoicemail: boolean;
  /** We answer with text messages: the visitor has to agree to them, and gets the first at once. */
  answersByText: boolean;
  /** Kind of the form that is offered if no slot is free. */
  alternative?: SubmissionKind;
}
