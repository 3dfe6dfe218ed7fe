import { InvalidRequest } from './invalid-request.ts';

/** The deepest text that editors write, a list in an answer in a callout, has about forty levels. */
const MAX_DEPTH = 100;

/** A megabyte of text has fewer values; a megabyte of brackets has more. */
const MAX_VALUES = 100_000;

/** Names that could pollute the prototype, or that MongoDB's driver takes for a type of its own. */
const FORBIDDEN_NAMES = ['__proto__', 'constructor', 'prototype', '_bsontype'];

/** True for a forbidden name, and for an operator of MongoDB. */
export const isHostileName = (name: string): boolean =>
  FORBIDDEN_NAMES.includes(name) || /^\$\w/.test(name);

/** True unless the text has lone surrogates or NUL, which MongoDB cannot store. */
export const isStorableText = (text: string): boolean =>
  text.isWellFormed() && !text.includes('\u0000');

/**
 * Parses JSON of one object with harmless names, storable texts, limited depth and number of values.
 * @throws InvalidRequest
 */
export function parsePlainObject(json: string): Record<string, unknown> {
  const data = parseJson(json);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new InvalidRequest('body');
  // Level by level, because recursion could exhaust the stack.
  let level: unknown[] = [data];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (depth > MAX_DEPTH || values > MAX_VALUES) throw new InvalidRequest('body');
    level = level.flatMap(checkedChildren);
  }
  return data as Record<string, unknown>;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new InvalidRequest('body', { cause });
  }
}

function checkedChildren(value: unknown): unknown[] {
  if (typeof value === 'string' && !isStorableText(value)) throw new InvalidRequest('body');
  if (typeof value !== 'object' || value === null) return [];
  const names = Array.isArray(value) ? [] : Object.keys(value);
  if (names.some((name) => isHostileName(name) || !isStorableText(name)))
    throw new InvalidRequest('body');
  return Object.values(value);
}
