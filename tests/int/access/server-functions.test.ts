import { createLocalReq } from 'payload';
import { beforeAll, describe, expect, it } from 'vitest';
import { mayCall } from '#desk/shared/server-functions.ts';
import { type Account, accountsOfAll, PERSONS, type Person } from '#tests/helpers/accounts.ts';
import { cabinet } from '#tests/helpers/specimens.ts';

const made = await cabinet();
let accounts: Map<Person, Account>;
const ids: Record<string, string> = {};

beforeAll(async () => {
  accounts = await accountsOfAll();
  for (const slug of ['articles', 'form-submissions', 'users']) {
    ids[slug] = String((await made.specimen(slug, `A ${slug}`)).id);
  }
});

const may = async (person: Person, name: unknown, args: unknown): Promise<boolean> => {
  const { user } = accounts.get(person) ?? {};
  return mayCall(name, args, await createLocalReq({ ...(user && { user }) }, made.api));
};

const STAFF: Person[] = ['writer', 'editor', 'reviewer', 'coordinator', 'lead', 'admin'];
const SEES_DRAFTS: Person[] = ['writer', 'editor', 'reviewer', 'admin'];
const WORKS_WITH_REQUESTS: Person[] = ['coordinator', 'lead', 'admin'];
const ADMIN: Person[] = ['admin'];

/** What each function is tried on, and who may: written by hand from the table of the product. */
const CALLS: [name: string, args: () => Record<string, unknown>, may: Person[]][] = [
  ['form-state', () => ({ collectionSlug: 'articles' }), STAFF],
  ['form-state', () => ({ collectionSlug: 'articles', id: ids.articles }), SEES_DRAFTS],
  ['form-state', () => ({ collectionSlug: 'form-submissions' }), WORKS_WITH_REQUESTS],
  [
    'form-state',
    () => ({ collectionSlug: 'form-submissions', id: ids['form-submissions'] }),
    WORKS_WITH_REQUESTS,
  ],
  [
    'form-state',
    () => ({ collectionSlug: 'form-submissions', schemaPath: 'form-submissions.owner' }),
    WORKS_WITH_REQUESTS,
  ],
  ['form-state', () => ({ collectionSlug: 'users', id: ids.users }), ADMIN],
  ['form-state', () => ({ collectionSlug: 'payload-jobs' }), WORKS_WITH_REQUESTS],
  ['form-state', () => ({ globalSlug: 'site' }), STAFF],
  [
    'form-state',
    () => ({ globalSlug: 'site', collectionSlug: 'form-submissions' }),
    WORKS_WITH_REQUESTS,
  ],
  ['render-document', () => ({ collectionSlug: 'articles', docID: ids.articles }), SEES_DRAFTS],
  [
    'render-document',
    () => ({ collectionSlug: 'form-submissions', docID: ids['form-submissions'] }),
    WORKS_WITH_REQUESTS,
  ],
  ['render-document-slots', () => ({ collectionSlug: 'articles', id: ids.articles }), SEES_DRAFTS],
  ['render-field', () => ({ schemaPath: 'collection.articles.title' }), STAFF],
  [
    'render-field',
    () => ({ schemaPath: 'collection.form-submissions.owner' }),
    WORKS_WITH_REQUESTS,
  ],
  ['render-field', () => ({ schemaPath: 'global.site.name' }), STAFF],
  ['render-list', () => ({ collectionSlug: 'media' }), STAFF],
  ['render-list', () => ({ collectionSlug: 'form-submissions' }), WORKS_WITH_REQUESTS],
  ['table-state', () => ({ collectionSlug: 'articles' }), STAFF],
  ['table-state', () => ({ collectionSlug: 'form-submissions' }), WORKS_WITH_REQUESTS],
  [
    'table-state',
    () => ({ collectionSlug: ['articles', 'form-submissions'] }),
    WORKS_WITH_REQUESTS,
  ],
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
    expect(await may(person, name, args())).toBe(allowed.includes(person));
  });
});

it.each([
  ['no object', 'x'],
  ['a list', []],
  ['null', null],
  ['nothing', undefined],
  ['nothing to be about', {}],
  ['a widget', { widgetSlug: 'x' }],
  ['what there is not', { collectionSlug: 'nothing' }],
  ['what every object has', { collectionSlug: 'constructor' }],
  ['an object for a slug', { collectionSlug: { articles: 1 } }],
  ['a global that there is not', { globalSlug: 'constructor' }],
  ['an object for an id', { collectionSlug: 'articles', id: { $gt: '' } }],
  ['an id that is none', { collectionSlug: 'articles', id: 'x' }],
])('arguments that are %s are refused', async (_, args) => {
  expect(await may('admin', 'form-state', args)).toBe(false);
});

it.each([['form-state'], 1, null, undefined, { name: 'form-state' }])(
  'a name that is %o is refused',
  async (name) => {
    expect(await may('admin', name, { collectionSlug: 'articles' })).toBe(false);
  },
);
