import { sep } from 'node:path';

/** What may be told of a failure: nothing that anybody typed is in it. */
export interface Failure {
  name?: string;
  code?: string | number;
  /** Where it came from, the innermost first, with paths from the root of the project. */
  frames?: string[];
  cause?: Failure;
}

const MOST_FRAMES = 6;
const MOST_CAUSES = 3;

const ROOT = process.cwd() + sep;

/** A place in our code, in a library of ours, or in Node itself. A line of a message can look like a frame, but not like this. */
const FRAME =
  /^ {4}at (?<by>(?:async |new )*[\w$.#<>[\] ]{1,100} \()?(?:file:\/\/)?(?<file>(?:\/|[a-z]:\\|node:)[^\n]{1,300}:\d+:\d+)\)?$/i;

/**
 * What may be told of something that was thrown: its kind, its code, where, and the same of its cause.
 * Never its message, which can repeat what a visitor typed.
 */
export function failureOf(error: unknown, causes = MOST_CAUSES): Failure {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, code, cause } = error as Error & { code?: unknown };
  return {
    ...(isName(name) && { name }),
    ...((isName(code) || typeof code === 'number') && { code }),
    frames: framesOf(error).slice(0, MOST_FRAMES),
    ...(cause !== undefined && causes > 0 && { cause: failureOf(cause, causes - 1) }),
  };
}

/** The frames of a stack, without the message that stands above them. */
export function framesOf({ stack = '', message }: Pick<Error, 'stack' | 'message'>): string[] {
  const begins = stack.indexOf(message);
  const below = begins < 0 ? stack : stack.slice(begins + message.length);
  return below.split('\n').flatMap((line) => {
    const { by = '', file = '' } = FRAME.exec(line)?.groups ?? {};
    if (file.startsWith('node:')) return [`${by}${file}${by && ')'}`];
    return file.startsWith(ROOT) ? [`${by}${file.slice(ROOT.length)}${by && ')'}`] : [];
  });
}

const isName = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z]\w{0,60}$/i.test(value);
