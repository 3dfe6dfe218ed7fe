import fc from 'fast-check';

const QUERY_NAMES = [
  'limit',
  'page',
  'depth',
  'sort',
  'locale',
  'select',
  'populate',
  'joins',
  'draft',
  'where',
  'fallback-locale',
  'pagination',
  'data',
];

const QUERY_VALUES = [
  '',
  '0',
  '-1',
  '1',
  '1e99',
  '1.5',
  'NaN',
  'Infinity',
  'x',
  'null',
  'true',
  'en',
  'de',
  '%00',
  '%E0%A4%A',
  '%ED%A0%80',
  '%7B%22title%22%3A%7B%22%24ne%22%3A1%7D%7D',
  '%5B%5D',
  '__proto__',
  '$where',
  'title.x.y.z',
  `${'9'.repeat(400)}`,
];

export const OPERATORS = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'greater_than',
  'less_than_equal',
  'like',
  'not_like',
  'contains',
  'near',
  'within',
  'intersects',
  '$ne',
  '$where',
  'constructor',
  '',
];

const PATHS = [
  'title',
  'id',
  '_id',
  'createdAt',
  'authors',
  'authors.name',
  'body',
  'body.root',
  '_status',
  'email',
  'hash',
  'createdBy.password',
  'kind',
  'x',
  '$where',
  'or',
  'and',
  'title.en',
];

/** Generates query strings that combine Payload's parameters and operators in invalid ways. */
export const hostileQuery: fc.Arbitrary<string> = fc
  .array(
    fc
      .oneof(
        fc
          .tuple(
            fc.constantFrom(...QUERY_NAMES),
            fc.constantFrom('', '[]', '[a]', '[$gt]', '[0][0]'),
          )
          .map((pair) => pair.join('')),
        fc
          .tuple(
            fc.constantFrom('where', 'where[or][0]', 'where[and][x]'),
            fc.constantFrom(...PATHS),
            fc.constantFrom(...OPERATORS),
            fc.constantFrom('', '[]', '[a]', '[0]'),
          )
          .map(([where, path, operator, more]) => `${where}[${path}][${operator}]${more}`),
      )
      .chain((name) =>
        fc
          .constantFrom(...QUERY_VALUES, '(a+)+$', '[', '*', '1,2,3', '2026-13-45')
          .map((value) => `${name}=${encodeURI(value).replaceAll('%25', '%')}`),
      ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join('&'));
