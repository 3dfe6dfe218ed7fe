import { Unreadable } from './unreadable.ts';

/** The deepest text of an editor, a list in an answer in a callout, has about forty levels. */
const DEEPEST = 100;

/** The values of a megabyte of text; what is made of brackets alone has more. */
const MOST_VALUES = 100_000;

/** What would change what every object is, or be taken for a type of the database's driver. */
const NEVER = ['__proto__', 'constructor', 'prototype', '_bsontype'];

/** One of those, or an operator of the database. */
export const isHostileName = (name: string): boolean => NEVER.includes(name) || /^\$\w/.test(name);

/** Halves of letters and NUL cannot be stored, and no keyboard types them. */
export const isText = (words: string): boolean => words.isWellFormed() && !words.includes('\u0000');

/**
 * Reads JSON that stands for one object of plain data.
 * @throws Unreadable
 */
export function plainObject(json: string): Record<string, unknown> {
  const data = parsed(json);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new Unreadable('body');
  // Level by level: calling itself, it could be made to run out of stack.
  let level: unknown[] = [data];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (depth > DEEPEST || values > MOST_VALUES) throw new Unreadable('body');
    level = level.flatMap(within);
  }
  return data as Record<string, unknown>;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new Unreadable('body', { cause });
  }
}

function within(value: unknown): unknown[] {
  if (typeof value === 'string' && !isText(value)) throw new Unreadable('body');
  if (typeof value !== 'object' || value === null) return [];
  const names = Array.isArray(value) ? [] : Object.keys(value);
  if (names.some((name) => isHostileName(name) || !isText(name))) throw new Unreadable('body');
  return Object.values(value);
}
