import fc from 'fast-check';
import type { CollectionSlug } from 'payload';
import { beforeAll, expect, it } from 'vitest';
import config from '#payload-config';
import { type Account, createAccounts, PERSONS, type Person } from '#tests/helpers/accounts.ts';
import { DATA_BUILDERS } from '#tests/helpers/document-data.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';
import { fieldPathQueries } from '#tests/helpers/hostile/path-queries.ts';
import { fieldPaths } from '#tests/helpers/hostile/paths.ts';
import { rest } from '#tests/helpers/rest.ts';
import { SEED } from '#tests/helpers/seed.ts';

const QUERIES = Number(process.env.QUERIES ?? 1000);
const PATHS = 150;

const TIMEOUT_MS = 30_000 + 100 * QUERIES;

const { collections } = await config;
const slugs = collections.filter(({ endpoints }) => endpoints).map(({ slug }) => slug);
let accounts: Map<Person, Account>;

beforeAll(async () => {
  accounts = await createAccounts();
  const factory = await documentFactory();
  for (const slug of slugs)
    if (slug in DATA_BUILDERS) await factory.sharedId(slug as CollectionSlug);
});

const status = async (person: Person, path: string): Promise<number> =>
  (await rest('GET', path, { token: accounts.get(person)?.token })).status;

/** A sample of all paths and persons, drawn by the seed. */
const SAMPLED_PATHS = [0, 1, 2].flatMap((relations) => {
  const pairs = slugs.flatMap((slug) =>
    fieldPaths(collections, slug, relations).flatMap((path) =>
      PERSONS.map((person) => ({ slug, path, person })),
    ),
  );
  return fc.sample(fc.constantFrom(...pairs), { seed: SEED, numRuns: PATHS });
});

it(
  `refuses to sort by what cannot be filtered by, up to two relations deep (seed ${SEED})`,
  async () => {
    const failures: string[] = [];
    for (const { slug, path, person } of SAMPLED_PATHS) {
      const filtered = await status(person, `/${slug}?where[${path}][exists]=true&limit=1`);
      const sorted = await status(person, `/${slug}?sort=${path}&limit=1`);
      const isUnknown = path === 'nothing';
      const agrees = filtered < 400 || sorted >= 400 || isUnknown;
      if (!agrees || Math.max(filtered, sorted) >= 500) {
        failures.push(`${person} ${slug} ${path}: filtered ${filtered}, sorted ${sorted}`);
      }
    }
    expect(failures).toEqual([]);
  },
  TIMEOUT_MS,
);

it.each([
  ['articles', 'createdBy.hash'],
  ['articles', 'related.createdBy.hash'],
  ['articles', '-createdBy.sessions.id'],
  ['articles', 'title,createdBy.salt'],
  ['articles', 'createdBy__hash'],
  ['articles/versions', 'version.createdBy.hash'],
  ['submission-events', 'submission.receipt'],
  ['submission-events', 'actor.resetPasswordToken'],
  ['consent-records', 'submission.fingerprint'],
  ['form-submissions', 'owner.hash'],
])('refuses to sort %s by %s', async (list, sort) => {
  for (const person of PERSONS) {
    expect(await status(person, `/${list}?sort=${sort}`)).toBeGreaterThanOrEqual(400);
    expect(await status(person, `/${list}?sort=${sort}&draft=true`)).toBeGreaterThanOrEqual(400);
  }
});

it('lets editors, but not visitors, sort by related documents', async () => {
  expect(await status('nobody', '/articles?sort=related.title')).toBe(400);
  expect(await status('editor', '/articles?sort=related.title')).toBe(200);
});

it.each([
  'where[related.authors.name][like]=a',
  'where[related.related.title][equals]=a',
  'where[or][0][related.topics.title][exists]=true',
])('explains to a visitor why a query is refused: %s', async (query) => {
  const { status, body } = await rest('GET', `/articles?${query}`);
  expect([status, JSON.stringify(body)]).toEqual([
    400,
    expect.stringContaining('cannot be queried'),
  ]);
});

it.each([
  'where[related.topics.title][exists]=true&where[hash][exists]=true',
  'where[hash][exists]=true&where[related.topics.title][exists]=true',
  'where[related.topics.title][exists]=true&where[title][unknown]=a',
  'where[related.topics.title][unknown]=a',
  'where[related.topics.title][0]=a',
  'where[and][0][related.topics.title][exists]=true&where[and][1][nothing][equals]=a',
])(
  'answers 400 to an invalid condition beside one two relations deep, without an unhandled error: %s',
  async (query) => {
    for (const list of ['articles', 'articles/count']) {
      expect(await status('editor', `/${list}?${query}`)).toBe(400);
    }
    // Vitest fails this file on an unhandled rejection.
    await new Promise(setImmediate);
  },
);

it.each([
  ['reviewer', '/calls-to-action/versions?sort=questions'],
  ['coordinator', '/consent-texts?where[createdAt][contains]=0'],
  ['nobody', '/calls-to-action?select[questions]=null'],
  ['reviewer', '/people/count?where[portrait][not_like]=false'],
  ['reviewer', '/articles?where[or][0][stages.levelOfCare][greater_than][]=a&locale=all'],
  ['editor', '/articles?where[responder.topics.heading][exists]=true&locale=all'],
] as const)('answers 400 to a query that MongoDB cannot run: %s, %s', async (person, query) => {
  expect(await status(person, query)).toBe(400);
});

it(
  `never fails on queries of any path, operator and person (seed ${SEED})`,
  async () => {
    const failures: string[] = [];
    for (const [index, query] of fieldPathQueries(collections, SEED, QUERIES).entries()) {
      const person = PERSONS[index % PERSONS.length] ?? 'nobody';
      const code = await status(person, query);
      if (code >= 500) failures.push(`${person} ${query}: ${code}`);
    }
    expect(failures).toEqual([]);
  },
  TIMEOUT_MS,
);
