import type { SanitizedCollectionConfig } from 'payload';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import config from '#payload-config';
import {
  type Account,
  createAccount,
  createAccounts,
  PERSONS,
  type Person,
} from '#tests/helpers/accounts.ts';
import {
  DATA_BUILDERS,
  type DocumentFactory,
  documentFactory,
  fileOptions,
  titleField,
} from '#tests/helpers/document-factory.ts';
import { attemptOperation } from './attempt.ts';
import { COLLECTIONS, type Permission } from './expectations.ts';
import { type Attempt, OPERATIONS, type Operation } from './operations.ts';

/** The product's collections; `payload-collections.test.ts` checks Payload's own. */
export const collections = (await config).collections.filter(
  ({ slug }) => !slug.startsWith('payload-'),
);

export const operationsOf = (collection: SanitizedCollectionConfig) =>
  Object.entries(OPERATIONS).filter(([, { applies }]) => applies(collection));

const accounts = new Map<Person, Account>();
let factory: DocumentFactory;

/** Defines the tests of every operation of these collections, for every person, through REST and the Local API. */
export function describeAccess(...slugs: string[]): void {
  beforeAll(async () => {
    for (const [person, entry] of await createAccounts()) accounts.set(person, entry);
    factory = await documentFactory();
  });
  const selected = collections.filter(({ slug }) => slugs.includes(slug));
  describe.each(selected)('$slug', describeCollection);
}

function describeCollection(collection: SanitizedCollectionConfig): void {
  const { slug } = collection;

  const deleteDocuments = async () => {
    if (slug !== 'users') await factory.deleteAll(slug);
  };
  beforeEach(deleteDocuments);
  afterAll(deleteDocuments);

  for (const [name, operation] of operationsOf(collection)) {
    for (const person of PERSONS) {
      const permissions = COLLECTIONS[slug]?.[name] ?? [];
      for (const own of ownershipCases(collection, operation, person, permissions)) {
        const allowed =
          permissions.includes(person) || (own && permissions.includes(`${person} (own)`));
        const whose = own ? ' (own)' : '';
        it.each(operation.local ? (['rest', 'local'] as const) : (['rest'] as const))(
          `${person} ${allowed ? 'may' : 'may not'} ${name}${whose}, through %s`,
          async (api) => {
            const { attempt, as, title } = await prepare(slug, operation, person, own);
            const before = await readStored(slug);
            const result = await attemptOperation(operation, attempt, api, as, title);
            const changed = (await readStored(slug)) !== before;
            expect({ result, changed }).toEqual({
              result: allowed ? 'allowed' : 'refused',
              changed: allowed && !operation.isRead,
            });
          },
        );
      }
    }
  }
}

/** Returns whether to test with an own document, with another’s, or with both. */
function ownershipCases(
  { flattenedFields, auth }: SanitizedCollectionConfig,
  { state }: Operation,
  person: Person,
  permissions: readonly Permission[],
): boolean[] {
  if (state === 'nothing' || state === 'locked' || person === 'nobody') return [false];
  const hasOwner = Boolean(auth) || flattenedFields.some(({ name }) => name === 'createdBy');
  return hasOwner ? [false, true] : permissions.includes(`${person} (own)`) ? [true] : [false];
}

async function prepare(
  slug: string,
  { state }: Operation,
  person: Person,
  own: boolean,
): Promise<{ attempt: Attempt; as: Account | undefined; title: string }> {
  const { api, sharedId, createDocument } = factory;
  const ownAccount = own && slug === 'users';
  const as = ownAccount ? await createAccountLike(person) : accounts.get(person);
  let title = ownAccount ? String(as?.user.name) : `Title of ${randomName()}`;
  const doc = ownAccount
    ? as?.user
    : state === 'nothing'
      ? undefined
      : await createDocument(slug, title, {
          published: state !== 'draft',
          by: own ? as : undefined,
        });
  const id = String(doc?.id ?? '');
  if (state === 'locked') await lockAccount(id);
  const versions = state === 'changed' ? await changeDraft(slug, id, `Draft ${title}`) : [];
  if (state === 'changed') title = `Draft ${title}`;
  return {
    as,
    title,
    attempt: {
      api,
      slug,
      id,
      firstVersion: versions[0] ?? '',
      latestVersion: versions.at(-1) ?? '',
      newData: (await DATA_BUILDERS[slug]?.(title, sharedId)) ?? {},
      fileOptions: fileOptions(slug),
      change:
        slug === 'form-submissions'
          ? { status: 'contacted' }
          : { [titleField(slug)]: `New ${title}` },
      email: doc && 'email' in doc ? String(doc.email) : '',
      localApiUser: { user: as?.user, overrideAccess: false, depth: 0 },
    },
  };
}

const randomName = () => Math.random().toString(36).slice(2);

/** Creates an account with the same roles, for operations that may change or delete it. */
const createAccountLike = (person: Person) =>
  createAccount(`${person} ${randomName()}`, accounts.get(person)?.user.roles ?? []);

async function lockAccount(id: string): Promise<void> {
  const lockUntil = new Date(Date.now() + 600_000);
  await factory.api.db.collections.users?.updateOne({ _id: id }, { loginAttempts: 5, lockUntil });
}

/** Adds a draft change to a published document; returns the ids of its versions, oldest first. */
async function changeDraft(slug: string, id: string, title: string): Promise<string[]> {
  const collection = slug as 'articles';
  // System: the fixture is changed independently of any user's rights.
  const system = { collection, overrideAccess: true } as const;
  await factory.api.update({ ...system, id, data: { [titleField(slug)]: title }, draft: true });
  const where = { parent: { equals: id } };
  const { docs } = await factory.api.findVersions({ ...system, where, sort: 'createdAt' });
  return docs.map((version) => version.id);
}

/** Returns all documents and versions of a collection, to detect changes. */
async function readStored(slug: string): Promise<string> {
  const { collections, versions } = factory.api.db;
  return JSON.stringify([
    await collections[slug]?.find().lean(),
    await versions[slug]?.find().lean(),
  ]);
}
