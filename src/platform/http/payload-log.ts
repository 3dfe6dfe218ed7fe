import type { Config } from 'payload';
import { env } from '#platform/environment/env.ts';
import { failureOf } from './failure.ts';
import { saidIn } from './said.ts';

type Options = Extract<NonNullable<Config['logger']>, { options: unknown }>['options'];

/**
 * Options of Payload's logger. An entry has the time, the level, an error's name, code and frames, and only texts that
 * are literals in the code. It has no values at any level: messages of errors and of drivers contain names, addresses
 * and whole queries.
 */
const options: Options = {
  level: env.PAYLOAD_LOG_LEVEL,
  base: null,
  timestamp: () => `,"at":"${new Date().toISOString()}"`,
  formatters: { level: (level) => ({ level }) },
  hooks: {
    logMethod: function logMethod(args, method) {
      const [first, ...others] = args as unknown[];
      const { err, msg } = splitArgument(first);
      const { words: literal, ...source } = saidIn(msg ?? others[0], logMethod);
      const entry = { ...source, ...(err !== undefined && { err: failureOf(err) }) };
      method.apply(this, literal === undefined ? [entry] : [entry, literal]);
    },
  },
};

/** Splits the first argument of a log call, which is an error, an object with `err` and `msg`, or a text. */
function splitArgument(first: unknown): { err?: unknown; msg?: unknown } {
  if (first instanceof Error) return { err: first };
  return typeof first === 'object' && first !== null ? first : { msg: first };
}

export const payloadLogger = { options } satisfies Config['logger'];

/** Levels by the name of an error. Mistakes of clients are logged at `debug` only. */
export const loggingLevels: Config['loggingLevels'] = {
  AuthenticationError: 'debug',
  Forbidden: 'debug',
  Locked: 'debug',
  MissingFile: 'debug',
  NotFound: 'debug',
  // @ts-expect-error: our own errors, which are missing in Payload's type.
  EditConflict: 'debug',
  TooManyAttempts: 'debug',
  ValidationError: 'debug',
};
