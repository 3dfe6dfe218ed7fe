import fc from 'fast-check';
import { hostileQuery } from './queries.ts';
import {
  FORM_TYPE,
  type HostileRequest,
  JSON_TYPE,
  sample,
  withValue,
  wrongBody,
  wrongRequest,
  wrongValue,
} from './request-arbitraries.ts';

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

/** Generates hostile requests to Payload's REST API: queries, bodies and sign-in. */
export function hostileRestRequests(seed: number, count: number): HostileRequest[] {
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
  const values = { title: 'Fuzz', name: 'Fuzz', email: 'fuzz@mail.example', password: 'fuzz' };
  const validBody = JSON.stringify(values);
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
          wrongRequest(`${name}: ${value.slice(0, 30)}`, withValue(values, name, value), JSON_TYPE),
        ),
      weight: 5,
    },
    { arbitrary: wrongBody(validBody, JSON_TYPE), weight: 4 },
    {
      arbitrary: fc
        .constantFrom('null', '{', '[]', '{"title":{"$gt":""}}', validBody)
        .map((payload) =>
          wrongRequest(
            'multipart',
            `--b\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n${payload}\r\n--b--\r\n`,
            { 'Content-Type': 'multipart/form-data; boundary=b' },
          ),
        ),
      weight: 2,
    },
  );
  const read = fc.tuple(collection, hostileQuery, fc.option(id, { nil: '' })).map(
    ([slug, search, id]): HostileRequest => ({
      method: 'GET',
      path: `/api/${slug}${id && `/${id}`}?${search}`,
      headers: {},
      kind: 'query',
    }),
  );
  const overridden = fc
    .tuple(
      collection,
      hostileQuery,
      fc.constantFrom('X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override'),
      fc.constantFrom(FORM_TYPE, JSON_TYPE),
    )
    .map(
      ([slug, search, header, type]): HostileRequest => ({
        method: 'POST',
        path: `/api/${slug}`,
        headers: { [header]: 'GET', ...type },
        kind: 'override',
        body: Buffer.from(type === FORM_TYPE ? search : '{"depth":{"$gt":1},"locale":{}'),
      }),
    );
  const written = fc.tuple(method, collection, fc.option(id, { nil: '' }), bodyOf).map(
    ([verb, slug, id, part]): HostileRequest => ({
      method: verb,
      path: `/api/${slug}${id && `/${id}`}`,
      headers: {},
      kind: '',
      ...part,
    }),
  );
  const signIn = fc.tuple(fc.constantFrom(...SIGN_IN), bodyOf).map(
    ([operation, part]): HostileRequest => ({
      method: 'POST',
      path: `/api/users/${operation}`,
      headers: {},
      kind: '',
      ...part,
    }),
  );
  const global = fc.tuple(fc.constantFrom('site', 'header', 'nothing'), hostileQuery).map(
    ([slug, search]): HostileRequest => ({
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
