import { InvalidRequest } from './invalid-request.ts';
import { isHostileName, isStorableText, parsePlainObject } from './plain-data.ts';

/** Most characters of a query: in a URL, and in the body of a POST (see `isMethodOverride`). */
const MAX_LENGTH = { address: 8 * 1024, form: 64 * 1024 };

const MAX_PARAMETERS = 1_000;

/** Payload's parser (qs) goes no deeper; it takes the rest of the key as part of a name. */
const MAX_DEPTH = 9;

/** Patterns of parameters with one value and no nested keys. An empty value counts as missing. */
const SINGLE_VALUE_PATTERNS: Record<string, RegExp> = {
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

/** Patterns of parameters that may have several values. */
const LIST_PATTERNS: Record<string, RegExp> = {
  sort: /^-?\w+(\.\w+)*(,-?\w+(\.\w+)*)*$/,
  'fallback-locale': /^[\w-]{1,20}$/,
  fallbackLocale: /^[\w-]{1,20}$/,
};

/** Parameters that consist of nested keys only. */
const NESTED_PARAMETERS = ['select', 'populate'];

/** No collection has a geographic field; on any other field Payload and MongoDB answer 500 to these operators. */
const GEO_OPERATORS = ['near', 'within', 'intersects'];

/** Operators that search text. Payload answers 500 if their value is anything else. */
const TEXT_OPERATORS = ['like', 'not_like', 'contains'];

/** Parameters that Payload also accepts as JSON. */
const JSON_PARAMETERS = ['where', 'data'];

/**
 * Rejects a query string that Payload cannot parse, or answers with 500.
 * @param query without the question mark
 * @throws InvalidRequest
 */
export function checkQuery(query: string, sentAs: keyof typeof MAX_LENGTH = 'address'): void {
  if (query.length > MAX_LENGTH[sentAs]) throw new InvalidRequest('long');
  if (!isDecodable(query)) throw new InvalidRequest('query');
  const parameters = [...new URLSearchParams(query)];
  if (parameters.length > MAX_PARAMETERS) throw new InvalidRequest('long');
  const seen = new Set<string>();
  for (const [key, value] of parameters) {
    const [name = '', ...parts] = key.split(/[[\]]+/).filter((part, at) => at === 0 || part !== '');
    if (![key, value].every(isStorableText) || parts.length > MAX_DEPTH)
      throw new InvalidRequest('query');
    if ([name, ...parts].some((part) => isHostileName(part) || GEO_OPERATORS.includes(part)))
      throw new InvalidRequest('query');
    if (name in SINGLE_VALUE_PATTERNS && (key !== name || seen.has(name)))
      throw new InvalidRequest('query');
    if (!isValidParameter(name, parts, value)) throw new InvalidRequest('query');
    const textOperatorAt = parts.findIndex((part) => TEXT_OPERATORS.includes(part));
    const isList = textOperatorAt !== parts.length - 1 || key.endsWith('[]') || seen.has(key);
    if (textOperatorAt !== -1 && isList) throw new InvalidRequest('query');
    seen.add(name).add(key);
  }
}

function isValidParameter(name: string, parts: string[], value: string): boolean {
  if (NESTED_PARAMETERS.includes(name)) return parts.length > 0;
  if (JSON_PARAMETERS.includes(name) && parts.length === 0)
    return value === '' || isValidJson(name, value);
  // MongoDB rejects an empty sort.
  if (name === 'sort' && value === '') return false;
  if (name in LIST_PATTERNS && parts.some((part) => !/^\d*$/.test(part))) return false;
  return (
    value === '' || ((SINGLE_VALUE_PATTERNS[name] ?? LIST_PATTERNS[name])?.test(value) ?? true)
  );
}

function isDecodable(query: string): boolean {
  try {
    decodeURIComponent(query);
    return true;
  } catch {
    return false;
  }
}

function isValidJson(name: string, value: string): boolean {
  try {
    const data = parsePlainObject(value);
    return name !== 'where' || isValidWhere(data);
  } catch {
    return false;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks the parsed object, because escapes in the JSON text can hide a name. */
const isValidWhere = (where: unknown): boolean =>
  isObject(where) &&
  Object.entries(where).every(([path, condition]) =>
    Array.isArray(condition)
      ? /^(and|or)$/i.test(path) && condition.every(isValidWhere)
      : isObject(condition) && Object.entries(condition).every(isValidComparison),
  );

const isValidComparison = ([operator, value]: [string, unknown]): boolean =>
  !GEO_OPERATORS.includes(operator) &&
  !(TEXT_OPERATORS.includes(operator) && typeof value === 'object');
