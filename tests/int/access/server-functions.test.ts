import { createLocalReq } from 'payload';
import { beforeAll, describe, expect, it } from 'vitest';
import { mayCallServerFunction } from '#desk/shared/server-functions.ts';
import { type Account, createAccounts, PERSONS, type Person } from '#tests/helpers/accounts.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';

const factory = await documentFactory();
let accounts: Map<Person, Account>;
const ids: Record<string, string> = {};

beforeAll(async () => {
  accounts = await createAccounts();
  for (const slug of ['articles', 'form-submissions', 'users']) {
    ids[slug] = String((await factory.createDocument(slug, `A ${slug}`)).id);
  }
});

const mayCall = async (person: Person, name: unknown, args: unknown): Promise<boolean> => {
  const { user } = accounts.get(person) ?? {};
  return mayCallServerFunction(
    name,
    args,
    await createLocalReq({ ...(user && { user }) }, factory.api),
  );
};

const STAFF: Person[] = ['writer', 'editor', 'reviewer', 'coordinator', 'lead', 'admin'];
const DRAFT_READERS: Person[] = ['writer', 'editor', 'reviewer', 'admin'];
const COORDINATORS: Person[] = ['coordinator', 'lead', 'admin'];
const ADMIN: Person[] = ['admin'];

/** Calls of server functions and the persons who may make them; written by hand from the product's table of roles. */
const CALLS: [name: string, args: () => Record<string, unknown>, may: Person[]][] = [
  ['form-state', () => ({ collectionSlug: 'articles' }), STAFF],
  ['form-state', () => ({ collectionSlug: 'articles', id: ids.articles }), DRAFT_READERS],
  ['form-state', () => ({ collectionSlug: 'form-submissions' }), COORDINATORS],
  [
    'form-state',
    () => ({ collectionSlug: 'form-submissions', id: ids['form-submissions'] }),
    COORDINATORS,
  ],
  [
    'form-state',
    () => ({ collectionSlug: 'form-submissions', schemaPath: 'form-submissions.owner' }),
    COORDINATORS,
  ],
  ['form-state', () => ({ collectionSlug: 'users', id: ids.users }), ADMIN],
  ['form-state', () => ({ collectionSlug: 'payload-jobs' }), COORDINATORS],
  ['form-state', () => ({ globalSlug: 'site' }), STAFF],
  ['form-state', () => ({ globalSlug: 'site', collectionSlug: 'form-submissions' }), COORDINATORS],
  ['render-document', () => ({ collectionSlug: 'articles', docID: ids.articles }), DRAFT_READERS],
  [
    'render-document',
    () => ({ collectionSlug: 'form-submissions', docID: ids['form-submissions'] }),
    COORDINATORS,
  ],
  [
    'render-document-slots',
    () => ({ collectionSlug: 'articles', id: ids.articles }),
    DRAFT_READERS,
  ],
  ['render-field', () => ({ schemaPath: 'collection.articles.title' }), STAFF],
  ['render-field', () => ({ schemaPath: 'collection.form-submissions.owner' }), COORDINATORS],
  ['render-field', () => ({ schemaPath: 'global.site.name' }), STAFF],
  ['render-list', () => ({ collectionSlug: 'media' }), STAFF],
  ['render-list', () => ({ collectionSlug: 'form-submissions' }), COORDINATORS],
  ['table-state', () => ({ collectionSlug: 'articles' }), STAFF],
  ['table-state', () => ({ collectionSlug: 'form-submissions' }), COORDINATORS],
  ['table-state', () => ({ collectionSlug: ['articles', 'form-submissions'] }), COORDINATORS],
  [
    'table-state',
    () => ({
      collectionSlug: ['articles'],
      parent: { collectionSlug: 'users', id: ids.users, joinPath: 'x' },
    }),
    ADMIN,
  ],
  ...[
    'copy-data-from-locale',
    'get-default-layout',
    'get-folder-results-component-and-data',
    'get-upcoming-scheduled-publish',
    'render-widget',
    'schedule-publish',
    'slugify',
    'constructor',
    'toString',
    'hasOwnProperty',
    '__proto__',
    '',
  ].map((name): (typeof CALLS)[number] => [name, () => ({ collectionSlug: 'articles' }), []]),
];

describe.each(CALLS)('%s of %o', (name, args, allowed) => {
  it.each(PERSONS)('%s', async (person) => {
    expect(await mayCall(person, name, args())).toBe(allowed.includes(person));
  });
});

it.each([
  ['a string', 'x'],
  ['an array', []],
  ['null', null],
  ['undefined', undefined],
  ['without a target', {}],
  ['a widget', { widgetSlug: 'x' }],
  ['an unknown collection', { collectionSlug: 'nothing' }],
  ['an inherited property', { collectionSlug: 'constructor' }],
  ['an object as slug', { collectionSlug: { articles: 1 } }],
  ['an unknown global', { globalSlug: 'constructor' }],
  ['an object as id', { collectionSlug: 'articles', id: { $gt: '' } }],
  ['an invalid id', { collectionSlug: 'articles', id: 'x' }],
])('refuses arguments that are %s', async (_, args) => {
  expect(await mayCall('admin', 'form-state', args)).toBe(false);
});

it.each([['form-state'], 1, null, undefined, { name: 'form-state' }])(
  'refuses a name that is %o',
  async (name) => {
    expect(await mayCall('admin', name, { collectionSlug: 'articles' })).toBe(false);
  },
);
