import type { Config } from 'payload';
import { env } from '#platform/environment/env.ts';
import { callerOf, failureOf } from './failure.ts';
import { LOG_CODES, type LogCode } from './log-codes.ts';

type Options = Extract<NonNullable<Config['logger']>, { options: unknown }>['options'];

/**
 * Options of Payload's logger. An entry has the time, the level, where it was logged, and an error's name, code and
 * frames. It has no texts and no other values at any level: messages of Payload and of drivers contain names, addresses
 * and whole queries.
 */
const options: Options = {
  level: env.PAYLOAD_LOG_LEVEL,
  base: null,
  timestamp: () => `,"at":"${new Date().toISOString()}"`,
  formatters: { level: (level) => ({ level }) },
  hooks: {
    logMethod: function logMethod([first], method) {
      const err = errorIn(first);
      const code = codeIn(first);
      method.apply(this, [
        {
          by: callerOf(logMethod),
          ...(code && { code, text: LOG_CODES[code] }),
          // Not an error: pino would repeat its message.
          ...(err !== undefined && { err: failureOf(err) }),
        },
      ]);
    },
  },
};

/** Returns the error of a log call, whose first argument is an error, an object with `err`, or a text. */
function errorIn(first: unknown): unknown {
  if (first instanceof Error) return first;
  return typeof first === 'object' ? (first as { err?: unknown } | null)?.err : undefined;
}

/** Returns the code of a log call of ours, whose first argument is an object with `code`. */
function codeIn(first: unknown): LogCode | undefined {
  const { code } = (typeof first === 'object' && first !== null ? first : {}) as { code?: unknown };
  return typeof code === 'string' && code in LOG_CODES ? (code as LogCode) : undefined;
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
