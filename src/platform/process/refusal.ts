/** A reason not to go on that a person can do something about, in one sentence. */
export class Refusal extends Error {}
