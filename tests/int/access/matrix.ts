import type { SanitizedCollectionConfig } from 'payload';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import config from '#payload-config';
import {
  type Account,
  account,
  accountsOfAll,
  PERSONS,
  type Person,
} from '#tests/helpers/accounts.ts';
import { cabinet, pictureFor, SPECIMENS, wordsField } from '#tests/helpers/specimens.ts';
import { attempt } from './attempt.ts';
import { COLLECTIONS, type May } from './expectations.ts';
import { OPERATIONS, type Operation, type Try } from './operations.ts';

/** Payload's own rooms are looked at on their own. */
export const collections = (await config).collections.filter(
  ({ slug }) => !slug.startsWith('payload-'),
);

export const operationsOf = (collection: SanitizedCollectionConfig) =>
  Object.entries(OPERATIONS).filter(([, { applies }]) => applies(collection));

const accounts = new Map<Person, Account>();
let made: Awaited<ReturnType<typeof cabinet>>;

/** Tries every operation of these collections as every person, through both doors. */
export function tryEverything(...slugs: string[]): void {
  beforeAll(async () => {
    for (const [person, made] of await accountsOfAll()) accounts.set(person, made);
    made = await cabinet();
  });
  const tried = collections.filter(({ slug }) => slugs.includes(slug));
  describe.each(tried)('$slug', tryCollection);
}

function tryCollection(collection: SanitizedCollectionConfig): void {
  const { slug } = collection;

  const clear = async () => {
    if (slug !== 'users') await made.empty(slug);
  };
  beforeEach(clear);
  afterAll(clear);

  for (const [name, operation] of operationsOf(collection)) {
    for (const person of PERSONS) {
      const may = COLLECTIONS[slug]?.[name] ?? [];
      for (const own of ownCases(collection, operation, person, may)) {
        const allowed = may.includes(person) || (own && may.includes(`${person} (own)`));
        const whose = own ? ' (own)' : '';
        it.each(operation.local ? (['rest', 'local'] as const) : (['rest'] as const))(
          `${person} ${allowed ? 'may' : 'may not'} ${name}${whose}, through %s`,
          async (door) => {
            const { at, as, words } = await prepare(slug, operation, person, own);
            const before = await stored(slug);
            const result = await attempt(operation, at, door, as, words);
            const changed = (await stored(slug)) !== before;
            expect({ result, changed }).toEqual({
              result: allowed ? 'allowed' : 'refused',
              changed: allowed && !operation.reads,
            });
          },
        );
      }
    }
  }
}

/** Where the own document may make a difference, the own one and another’s are tried. */
function ownCases(
  { flattenedFields, auth }: SanitizedCollectionConfig,
  { on }: Operation,
  person: Person,
  may: readonly May[],
): boolean[] {
  if (on === 'nothing' || on === 'locked' || person === 'nobody') return [false];
  const owned = Boolean(auth) || flattenedFields.some(({ name }) => name === 'createdBy');
  return owned ? [false, true] : may.includes(`${person} (own)`) ? [true] : [false];
}

async function prepare(
  slug: string,
  { on }: Operation,
  person: Person,
  own: boolean,
): Promise<{ at: Try; as: Account | undefined; words: string }> {
  const { api, has, specimen } = made;
  const ownAccount = own && slug === 'users';
  const as = ownAccount ? await another(person) : accounts.get(person);
  let words = ownAccount ? String(as?.user.name) : `Words of ${newName()}`;
  const doc = ownAccount
    ? as?.user
    : on === 'nothing'
      ? undefined
      : await specimen(slug, words, { published: on !== 'draft', by: own ? as : undefined });
  const id = String(doc?.id ?? '');
  if (on === 'locked') await lock(id);
  const versions = on === 'changed' ? await changeDraft(slug, id, `Draft ${words}`) : [];
  if (on === 'changed') words = `Draft ${words}`;
  return {
    as,
    words,
    at: {
      api,
      slug,
      id,
      version: versions[0] ?? '',
      latest: versions.at(-1) ?? '',
      fresh: (await SPECIMENS[slug]?.(words, has)) ?? {},
      file: pictureFor(slug),
      change:
        slug === 'form-submissions'
          ? { status: 'contacted' }
          : { [wordsField(slug)]: `New ${words}` },
      email: doc && 'email' in doc ? String(doc.email) : '',
      as: { user: as?.user, overrideAccess: false, depth: 0 },
    },
  };
}

const newName = () => Math.random().toString(36).slice(2);

/** An account of the same kind, for what may cost it its existence. */
const another = (person: Person) =>
  account(`${person} ${newName()}`, accounts.get(person)?.user.roles ?? []);

async function lock(id: string): Promise<void> {
  const lockUntil = new Date(Date.now() + 600_000);
  await made.api.db.collections.users?.updateOne({ _id: id }, { loginAttempts: 5, lockUntil });
}

/** Changes the draft of something published; returns the ids of its versions, oldest first. */
async function changeDraft(slug: string, id: string, words: string): Promise<string[]> {
  const collection = slug as 'articles';
  // System: somebody who may has changed it before.
  const system = { collection, overrideAccess: true } as const;
  await made.api.update({ ...system, id, data: { [wordsField(slug)]: words }, draft: true });
  const where = { parent: { equals: id } };
  const { docs } = await made.api.findVersions({ ...system, where, sort: 'createdAt' });
  return docs.map((version) => version.id);
}

/** All that is stored of a collection and its versions. */
async function stored(slug: string): Promise<string> {
  const { collections, versions } = made.api.db;
  return JSON.stringify([
    await collections[slug]?.find().lean(),
    await versions[slug]?.find().lean(),
  ]);
}
