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
import { query } from './queries.ts';

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
