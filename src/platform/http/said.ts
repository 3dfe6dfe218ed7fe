import { readFileSync } from 'node:fs';
import path from 'node:path';
import { framesOf } from './failure.ts';

/** Shorter words could be in the code and in what somebody typed by chance. */
const FEWEST_SIGNS = 12;

/** Who called, as far back as this looks for the words. */
const MOST_CALLERS = 4;

/** What may be told of something that is said in the log. */
export interface Said {
  /** The words, if the program itself consists of them. */
  words?: string;
  /** The place in the code that says it. */
  by?: string;
}

/**
 * What may be told of words for the log: where they were said and, only if they stand there letter by
 * letter, the words. What was put together from values is not repeated.
 * @param within the function that was called with the words
 */
export function saidIn(words: unknown, within: (...args: never[]) => unknown): Said {
  const here: { stack?: string } = {};
  Error.captureStackTrace(here, within);
  const callers = framesOf({ stack: here.stack, message: '' }).filter(
    (frame) => !/(^|\()(node_modules\/pino\/|node:)/.test(frame.replaceAll(path.sep, '/')),
  );
  const own = callers.slice(0, MOST_CALLERS).some((frame) => stands(words, frame));
  return { ...(own && { words: String(words) }), by: callers[0] };
}

const sources = new Map<string, string>();

function stands(words: unknown, frame: string): boolean {
  if (typeof words !== 'string' || words.length < FEWEST_SIGNS) return false;
  const source = sourceOf(frame.replace(/^.* \(|:\d+:\d+\)?$/g, ''));
  return [`'${words}'`, `"${words}"`, `\`${words}\``].some((literal) => source.includes(literal));
}

function sourceOf(file: string): string {
  let source = sources.get(file);
  if (source === undefined) {
    source = read(file);
    sources.set(file, source);
  }
  return source;
}

function read(file: string): string {
  try {
    return readFileSync(path.resolve(file), 'utf8');
  } catch {
    return '';
  }
}
