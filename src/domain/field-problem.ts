/** What is wrong with one field of a form. */
export interface FieldProblem {
  /** The name of the field in the form; empty if the request as a whole is meant. */
  name: string;
  message: string;
}
