import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import type { CollectionSlug } from 'payload';
import { beforeAll, expect, it } from 'vitest';
import config from '#payload-config';
import { type Account, accountsOfAll, PERSONS, type Person } from '#tests/helpers/accounts.ts';
import { pathQueries } from '#tests/helpers/hostile/path-queries.ts';
import { pathsThrough } from '#tests/helpers/hostile/paths.ts';
import { rest } from '#tests/helpers/rest.ts';
import { cabinet, SPECIMENS } from '#tests/helpers/specimens.ts';

const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
const QUERIES = Number(process.env.QUERIES ?? 1000);
const PATHS = 150;

const TIMEOUT_MS = 30_000 + 100 * QUERIES;

const { collections } = await config;
const slugs = collections.filter(({ endpoints }) => endpoints).map(({ slug }) => slug);
let accounts: Map<Person, Account>;

beforeAll(async () => {
  accounts = await accountsOfAll();
  const made = await cabinet();
  for (const slug of slugs) if (slug in SPECIMENS) await made.has(slug as CollectionSlug);
});

const status = async (person: Person, path: string): Promise<number> =>
  (await rest('GET', path, { token: accounts.get(person)?.token })).status;

/** Each path once, by somebody; which person it is changes with the seed. */
const TRIED = [0, 1, 2].flatMap((relations) => {
  const pairs = slugs.flatMap((slug) =>
    pathsThrough(collections, slug, relations).flatMap((path) =>
      PERSONS.map((person) => ({ slug, path, person })),
    ),
  );
  return fc.sample(fc.constantFrom(...pairs), { seed, numRuns: PATHS });
});

it(
  `what cannot be filtered by cannot be sorted by, two relations deep (seed ${seed})`,
  async () => {
    const told: string[] = [];
    for (const { slug, path, person } of TRIED) {
      const filtered = await status(person, `/${slug}?where[${path}][exists]=true&limit=1`);
      const sorted = await status(person, `/${slug}?sort=${path}&limit=1`);
      const isUnknown = path === 'nothing';
      const agrees = filtered < 400 || sorted >= 400 || isUnknown;
      if (!agrees || Math.max(filtered, sorted) >= 500) {
        told.push(`${person} ${slug} ${path}: filtered ${filtered}, sorted ${sorted}`);
      }
    }
    expect(told).toEqual([]);
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
])('nobody sorts %s by %s', async (list, sort) => {
  for (const person of PERSONS) {
    expect(await status(person, `/${list}?sort=${sort}`)).toBeGreaterThanOrEqual(400);
    expect(await status(person, `/${list}?sort=${sort}&draft=true`)).toBeGreaterThanOrEqual(400);
  }
});

it('a visitor does not sort by documents that are not published', async () => {
  expect(await status('nobody', '/articles?sort=related.title')).toBe(400);
  expect(await status('editor', '/articles?sort=related.title')).toBe(200);
});

it.each([
  'where[related.authors.name][like]=a',
  'where[related.related.title][equals]=a',
  'where[or][0][related.topics.title][exists]=true',
])('a visitor learns in words what cannot be asked: %s', async (query) => {
  const { status: told, body } = await rest('GET', `/articles?${query}`);
  expect([told, JSON.stringify(body)]).toEqual([400, expect.stringContaining('cannot be queried')]);
});

it.each([
  'where[related.topics.title][exists]=true&where[hash][exists]=true',
  'where[hash][exists]=true&where[related.topics.title][exists]=true',
  'where[related.topics.title][exists]=true&where[title][unknown]=a',
  'where[related.topics.title][unknown]=a',
  'where[related.topics.title][0]=a',
  'where[and][0][related.topics.title][exists]=true&where[and][1][nothing][equals]=a',
])(
  'a wrong condition beside one behind two relations is told, and nothing else fails: %s',
  async (query) => {
    for (const list of ['articles', 'articles/count']) {
      expect(await status('editor', `/${list}?${query}`)).toBe(400);
    }
    // An error that nobody waits for would fail this file.
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
] as const)(
  'what cannot be made a query of is the sender’s to mend: %s, %s',
  async (person, query) => {
    expect(await status(person, query)).toBe(400);
  },
);

it(
  `queries of every path, operator and person are answered (seed ${seed})`,
  async () => {
    const broken: string[] = [];
    for (const [at, query] of pathQueries(collections, seed, QUERIES).entries()) {
      const person = PERSONS[at % PERSONS.length] ?? 'nobody';
      const answer = await status(person, query);
      if (answer >= 500) broken.push(`${person} ${query}: ${answer}`);
    }
    expect(broken).toEqual([]);
  },
  TIMEOUT_MS,
);
