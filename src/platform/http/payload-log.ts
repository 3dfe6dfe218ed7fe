import type { Config } from 'payload';
import { env } from '#platform/environment/env.ts';
import { failureOf } from './failure.ts';
import { saidIn } from './said.ts';

type Options = Extract<NonNullable<Config['logger']>, { options: unknown }>['options'];

/**
 * What Payload logs, and who logs through it: time, level, the kind and the code of an error, where it
 * happened, and words that the code itself consists of. No values, at no level: messages of errors and
 * of drivers carry names, addresses and whole queries.
 */
const options: Options = {
  level: env.PAYLOAD_LOG_LEVEL,
  base: null,
  timestamp: () => `,"at":"${new Date().toISOString()}"`,
  formatters: { level: (level) => ({ level }) },
  hooks: {
    logMethod: function logMethod(args, method) {
      const [first, ...others] = args as unknown[];
      const { err, msg } = partsOf(first);
      const words = msg ?? others[0];
      const { words: own, ...said } = saidIn(words, logMethod);
      const line = { ...said, ...(err !== undefined && { err: failureOf(err) }) };
      method.apply(this, own === undefined ? [line] : [line, own]);
    },
  },
};

/** An error, something that has one, or words. */
function partsOf(first: unknown): { err?: unknown; msg?: unknown } {
  if (first instanceof Error) return { err: first };
  return typeof first === 'object' && first !== null ? first : { msg: first };
}

export const payloadLogger = { options } satisfies Config['logger'];

/** What is the sender's to mend is no news: it is told with its kind where somebody looks closely. */
export const loggingLevels: Config['loggingLevels'] = {
  AuthenticationError: 'debug',
  Forbidden: 'debug',
  Locked: 'debug',
  MissingFile: 'debug',
  NotFound: 'debug',
  // @ts-expect-error: kinds of error of our own, which Payload's list of names has not.
  EditConflict: 'debug',
  TooManyTries: 'debug',
  ValidationError: 'debug',
};
