import { sep } from 'node:path';

/** Loggable description of an error. It contains nothing that a visitor typed. */
export interface Failure {
  name?: string;
  code?: string | number;
  /** Frames of the stack, the innermost first, with paths relative to the root of the project. */
  frames?: string[];
  cause?: Failure;
}

const MAX_FRAMES = 6;
const MAX_CAUSES = 3;

const ROOT = process.cwd() + sep;

/**
 * A stack frame in our code, in a dependency, or in Node. Strict, because a line of a message can look like a frame.
 */
const FRAME =
  /^ {4}at (?<by>(?:async |new )*[\w$.#<>[\] ]{1,100} \()?(?:file:\/\/)?(?<file>(?:\/|[a-z]:\\|node:)[^\n]{1,300}:\d+:\d+)\)?$/i;

/**
 * Describes a thrown value for the log: name, code, frames, and the same of its cause. Never the message, which can
 * repeat what a visitor typed.
 * @param causes how many levels of causes to include
 */
export function failureOf(error: unknown, causes = MAX_CAUSES): Failure {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, code, cause } = error as Error & { code?: unknown };
  return {
    ...(isIdentifier(name) && { name }),
    ...((isIdentifier(code) || typeof code === 'number') && { code }),
    frames: framesOf(error).slice(0, MAX_FRAMES),
    ...(cause !== undefined && causes > 0 && { cause: failureOf(cause, causes - 1) }),
  };
}

/** Returns the frames of a stack without the message above them, which is skipped by its text. */
export function framesOf({ stack = '', message }: Pick<Error, 'stack' | 'message'>): string[] {
  const at = stack.indexOf(message);
  const frames = at < 0 ? stack : stack.slice(at + message.length);
  return frames.split('\n').flatMap((line) => {
    const { by = '', file = '' } = FRAME.exec(line)?.groups ?? {};
    if (file.startsWith('node:')) return [`${by}${file}${by && ')'}`];
    return file.startsWith(ROOT) ? [`${by}${file.slice(ROOT.length)}${by && ')'}`] : [];
  });
}

const isIdentifier = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z]\w{0,60}$/i.test(value);

/**
 * Returns the frame that called a function, without frames of Node and of pino.
 * @param within the function
 */
export function callerOf(within: (...args: never[]) => unknown): string | undefined {
  const captured: { stack?: string } = {};
  Error.captureStackTrace(captured, within);
  return framesOf({ stack: captured.stack, message: '' }).find(
    (frame) => !/(^|\()(node_modules\/pino\/|node:)/.test(frame.replaceAll(sep, '/')),
  );
}
