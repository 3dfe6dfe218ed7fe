import { z } from 'zod';

/** Characters that no keyboard types: control characters other than tab and line ends, lone surrogates, direction overrides. */
const NOT_TYPEABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202a-\u202e]/gu;

const VISIBLE = /[^\p{C}\p{Z}\s]/u;

/**
 * Schema of text from a text field. It removes characters that nobody can type, and normalizes line ends to `\n`.
 * @param message the error message, which says what to enter
 */
export const textSchema = (message: string) =>
  z
    .string({ error: message })
    .overwrite((typed) => typed.replace(NOT_TYPEABLE, '').replace(/\r\n?/g, '\n'))
    .trim();

/** Schema of text with at least one visible character. */
export const visibleTextSchema = (message: string) =>
  textSchema(message).refine((typed) => VISIBLE.test(typed), { error: message, abort: true });
