/** Says that a value has the wrong type for its field. The shape is that of Payload's validation errors. */
export interface FieldError {
  path: string;
  message: string;
}

/** State of a check that goes through nested fields. */
export interface CheckContext {
  /** Path of the enclosing field with a dot at its end; empty at the top level. */
  pathPrefix: string;
  errors: FieldError[];
  /** Locale codes; set if localized fields hold an object with one value per locale. */
  locales?: readonly string[];
}

export type PlainObject = Record<string, unknown>;

/** True for an object literal; false for arrays, dates and other class instances. */
export const isPlainObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value));
