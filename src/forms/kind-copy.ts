/** Texts for visitors about one kind of submission. */
export interface KindCopy {
  /** Returns a sentence about when we contact the visitor. `when` is like “today, before 6:00 PM Eastern Time”. */
  promise: (when: string) => string;
  /** Label of the submit button of the whole form, if the editor's label is for the first step only. */
  submitLabel?: string;
  /** What happens after the submission, in order. */
  nextSteps: readonly { title: string; text: string }[];
}
