import fc from 'fast-check';
import {
  FORM_TYPE,
  type Hostile,
  JSON_TYPE,
  sample,
  withValue,
  wrong,
  wrongBody,
  wrongValue,
} from './parts.ts';

const COLLECTIONS = [
  'articles',
  'pages',
  'calls-to-action',
  'form-submissions',
  'consent-records',
  'users',
  'media',
  'payload-preferences',
  'payload-kv',
  'payload-jobs',
  'payload-locked-documents',
  'nothing',
  '__proto__',
];

const SIGN_IN = [
  'login',
  'forgot-password',
  'reset-password',
  'unlock',
  'refresh-token',
  'verify/x',
];

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

const OPERATORS = [
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

const query: fc.Arbitrary<string> = fc
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

/** Requests to Payload's REST API: queries, bodies, sign-in. */
export function hostileRest(seed: number, count: number): Hostile[] {
  const collection = fc.constantFrom(...COLLECTIONS);
  const id = fc.constantFrom(
    'x',
    '0',
    '507f1f77bcf86cd799439011',
    '%00',
    '%E0%A4%A',
    '..%2f..',
    'access',
    'count',
    'versions',
    'init',
    'me',
    'file/x',
    '$ne',
    '[object Object]'.replace(' ', '%20'),
  );
  const method = fc.constantFrom('POST', 'PATCH', 'PUT', 'DELETE');
  const title = { title: 'Fuzz', name: 'Fuzz', email: 'fuzz@mail.example', password: 'fuzz' };
  const sound = JSON.stringify(title);
  const bodyOf = fc.oneof(
    {
      arbitrary: fc
        .tuple(
          fc.constantFrom(
            'title',
            'name',
            'email',
            'password',
            'id',
            '_status',
            'slug',
            'body',
            'roles',
            'token',
          ),
          wrongValue,
        )
        .map(([name, value]) =>
          wrong(`${name}: ${value.slice(0, 30)}`, withValue(title, name, value), JSON_TYPE),
        ),
      weight: 5,
    },
    { arbitrary: wrongBody(sound, JSON_TYPE), weight: 4 },
    {
      arbitrary: fc
        .constantFrom('null', '{', '[]', '{"title":{"$gt":""}}', sound)
        .map((payload) =>
          wrong(
            'multipart',
            `--b\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n${payload}\r\n--b--\r\n`,
            { 'Content-Type': 'multipart/form-data; boundary=b' },
          ),
        ),
      weight: 2,
    },
  );
  const read = fc.tuple(collection, query, fc.option(id, { nil: '' })).map(
    ([slug, search, one]): Hostile => ({
      method: 'GET',
      path: `/api/${slug}${one && `/${one}`}?${search}`,
      headers: {},
      kind: 'query',
    }),
  );
  const overridden = fc
    .tuple(
      collection,
      query,
      fc.constantFrom('X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override'),
      fc.constantFrom(FORM_TYPE, JSON_TYPE),
    )
    .map(
      ([slug, search, header, type]): Hostile => ({
        method: 'POST',
        path: `/api/${slug}`,
        headers: { [header]: 'GET', ...type },
        kind: 'override',
        body: Buffer.from(type === FORM_TYPE ? search : '{"depth":{"$gt":1},"locale":{}'),
      }),
    );
  const written = fc.tuple(method, collection, fc.option(id, { nil: '' }), bodyOf).map(
    ([verb, slug, one, part]): Hostile => ({
      method: verb,
      path: `/api/${slug}${one && `/${one}`}`,
      headers: {},
      kind: '',
      ...part,
    }),
  );
  const signIn = fc.tuple(fc.constantFrom(...SIGN_IN), bodyOf).map(
    ([operation, part]): Hostile => ({
      method: 'POST',
      path: `/api/users/${operation}`,
      headers: {},
      kind: '',
      ...part,
    }),
  );
  const global = fc.tuple(fc.constantFrom('site', 'header', 'nothing'), query).map(
    ([slug, search]): Hostile => ({
      method: 'GET',
      path: `/api/globals/${slug}?${search}`,
      headers: {},
      kind: 'global',
    }),
  );
  return sample(
    fc.oneof(
      { arbitrary: read, weight: 6 },
      { arbitrary: overridden, weight: 2 },
      { arbitrary: written, weight: 4 },
      { arbitrary: signIn, weight: 4 },
      { arbitrary: global, weight: 1 },
    ),
    seed,
    count,
  );
}
