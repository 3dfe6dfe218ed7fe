/** What a kind of request promises, and what happens after it was sent. */
export interface KindCopy {
  /** One sentence; `when` fits behind a verb, like “today, before 6:00 PM Eastern Time”. */
  promise: (when: string) => string;
  /** What the whole form's button says, where the editor's words are about the step before it. */
  send?: string;
  /** The stations that follow, in order. */
  next: readonly { title: string; text: string }[];
}
