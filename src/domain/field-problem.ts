/** An error in one field of a form. */
export interface FieldProblem {
  /** Name of the field in the form; empty if the error is about the submission as a whole. */
  name: string;
  message: string;
}
