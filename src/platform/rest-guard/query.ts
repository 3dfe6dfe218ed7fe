import { isHostileName, isText, plainObject } from './plain-data.ts';
import { Unreadable } from './unreadable.ts';

/** Of a query in an address, and of one that is sent as a form because it is too long for one. */
const MOST_SIGNS = { address: 8 * 1024, form: 64 * 1024 };

const MOST_PARAMETERS = 1_000;

/** Payload reads no deeper; what is deeper it takes for part of a name. */
const DEEPEST = 9;

/** What a parameter has to look like that is one value, and has no parts. Left empty it says nothing. */
const SINGLE: Record<string, RegExp> = {
  limit: /^\d{1,4}$/,
  page: /^[1-9]\d{0,5}$/,
  depth: /^\d{1,2}$/,
  locale: /^[\w*-]{1,20}$/,
  draft: /^(true|false)$/,
  autosave: /^(true|false)$/,
  trash: /^(true|false)$/,
  pagination: /^(true|false)$/,
  overrideLock: /^(true|false)$/,
  flattenLocales: /^(true|false)$/,
  publishAllLocales: /^(true|false)$/,
  unpublishAllLocales: /^(true|false)$/,
  token: /^[\w.-]{1,2000}$/,
};

/** What the one or the several values of a parameter have to look like. */
const LISTS: Record<string, RegExp> = {
  sort: /^-?\w+(\.\w+)*(,-?\w+(\.\w+)*)*$/,
  'fallback-locale': /^[\w-]{1,20}$/,
  fallbackLocale: /^[\w-]{1,20}$/,
};

/** What has parts only. */
const TREES = ['select', 'populate'];

/** No field of ours is a point on a map; Payload and the database answer 500 to these on any other. */
const ON_A_MAP = ['near', 'within', 'intersects'];

/** These look for words. Payload answers 500 if they are given anything else. */
const OF_WORDS = ['like', 'not_like', 'contains'];

/** What Payload takes as JSON, too. */
const OR_JSON = ['where', 'data'];

/**
 * Makes sure that a query is one that Payload can read.
 * @param query without the question mark
 * @throws Unreadable
 */
export function checkQuery(query: string, sentAs: keyof typeof MOST_SIGNS = 'address'): void {
  if (query.length > MOST_SIGNS[sentAs]) throw new Unreadable('long');
  if (!isDecodable(query)) throw new Unreadable('query');
  const parameters = [...new URLSearchParams(query)];
  if (parameters.length > MOST_PARAMETERS) throw new Unreadable('long');
  const seen = new Set<string>();
  for (const [key, value] of parameters) {
    const [name = '', ...parts] = key.split(/[[\]]+/).filter((part, at) => at === 0 || part !== '');
    if (![key, value].every(isText) || parts.length > DEEPEST) throw new Unreadable('query');
    if ([name, ...parts].some((part) => isHostileName(part) || ON_A_MAP.includes(part)))
      throw new Unreadable('query');
    if (name in SINGLE && (key !== name || seen.has(name))) throw new Unreadable('query');
    if (!isReadable(name, parts, value)) throw new Unreadable('query');
    const words = parts.findIndex((part) => OF_WORDS.includes(part));
    const isList = words !== parts.length - 1 || key.endsWith('[]') || seen.has(key);
    if (words !== -1 && isList) throw new Unreadable('query');
    seen.add(name).add(key);
  }
}

function isReadable(name: string, parts: string[], value: string): boolean {
  if (TREES.includes(name)) return parts.length > 0;
  if (OR_JSON.includes(name) && parts.length === 0) return value === '' || isJson(name, value);
  // The database cannot order by nothing.
  if (name === 'sort' && value === '') return false;
  if (name in LISTS && parts.some((part) => !/^\d*$/.test(part))) return false;
  return value === '' || ((SINGLE[name] ?? LISTS[name])?.test(value) ?? true);
}

function isDecodable(query: string): boolean {
  try {
    decodeURIComponent(query);
    return true;
  } catch {
    return false;
  }
}

function isJson(name: string, value: string): boolean {
  try {
    const data = plainObject(value);
    return name !== 'where' || isWhere(data);
  } catch {
    return false;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Looked at once it is parsed: in the text, a name can be written in other ways. */
const isWhere = (where: unknown): boolean =>
  isObject(where) &&
  Object.entries(where).every(([path, condition]) =>
    Array.isArray(condition)
      ? /^(and|or)$/i.test(path) && condition.every(isWhere)
      : isObject(condition) && Object.entries(condition).every(isComparison),
  );

const isComparison = ([operator, value]: [string, unknown]): boolean =>
  !ON_A_MAP.includes(operator) && !(OF_WORDS.includes(operator) && typeof value === 'object');
