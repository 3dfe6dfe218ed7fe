/** Stops a program for a reason that the operator can correct. The message says in one sentence what to do. */
export class OperatorError extends Error {}
