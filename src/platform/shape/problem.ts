/** A value that cannot be what its field holds. */
export interface Problem {
  path: string;
  message: string;
}

/** What a check needs to know beside the value. */
export interface Checking {
  /** Where the fields stand, with a dot at its end unless they stand at the top. */
  within: string;
  problems: Problem[];
  /** Set if the data hold values of several languages: these are their keys. */
  locales?: readonly string[];
}

export type Data = Record<string, unknown>;

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value));
