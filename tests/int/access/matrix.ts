import type { SanitizedCollectionConfig } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '#payload-config';
import {
  type Account,
  createAccount,
  createAccounts,
  PERSONS,
  type Person,
} from '#tests/helpers/accounts.ts';
import { DATA_BUILDERS, fileOptions, titleField } from '#tests/helpers/document-data.ts';
import { type DocumentFactory, documentFactory } from '#tests/helpers/document-factory.ts';
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
  /** Documents that no attempt has changed yet, by state and owner: the next attempt uses them again. */
  const unchanged = new Map<string, PreparedDocument>();

  const deleteDocuments = async () => {
    unchanged.clear();
    if (slug !== 'users') await factory.deleteAll(slug);
  };
  beforeAll(deleteDocuments);
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
            // A new document may need a value that is unique among all.
            if (operation.state === 'nothing') await deleteDocuments();
            const key = `${operation.state} ${own ? person : ''}`;
            const document =
              unchanged.get(key) ?? (await prepareDocument(slug, operation, person, own));
            unchanged.delete(key);
            const { title, as = accounts.get(person) } = document;
            const attempt = await prepareAttempt(slug, document, as);
            const before = await readStored(slug);
            const result = await attemptOperation(operation, attempt, api, as, title);
            const changed = (await readStored(slug)) !== before;
            if (changed) await deleteDocuments();
            else unchanged.set(key, document);
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

interface PreparedDocument {
  id: string;
  title: string;
  email: string;
  /** Ids of its versions, oldest first. */
  versions: string[];
  /** The account that attempts the operation, if it is the document itself. */
  as?: Account;
}

/** Creates a document in the state that the operation needs, owned by this person or by nobody. */
async function prepareDocument(
  slug: string,
  { state }: Operation,
  person: Person,
  own: boolean,
): Promise<PreparedDocument> {
  const as = own && slug === 'users' ? await createAccountLike(person) : undefined;
  const title = as ? String(as.user.name) : `Title of ${randomName()}`;
  if (state === 'nothing') return { id: '', title, email: '', versions: [] };
  const by = own ? accounts.get(person) : undefined;
  const published = state !== 'draft';
  const doc = as?.user ?? (await factory.createDocument(slug, title, { published, by }));
  const id = String(doc.id);
  const email = 'email' in doc ? String(doc.email) : '';
  if (state === 'locked') await lockAccount(id);
  if (state !== 'changed') return { id, title, email, versions: [], as };
  const changedTitle = `Draft ${title}`;
  const versions = await changeDraft(slug, id, changedTitle);
  return { id, title: changedTitle, email, versions, as };
}

async function prepareAttempt(
  slug: string,
  { id, title, email, versions }: PreparedDocument,
  as: Account | undefined,
): Promise<Attempt> {
  const { api, sharedId } = factory;
  return {
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
    email,
    localApiUser: { user: as?.user, overrideAccess: false, depth: 0 },
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
