import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import config from '#payload-config';
import {
  type Account,
  createAccount,
  createAccounts,
  PERSONS,
  type Person,
} from '#tests/helpers/accounts.ts';
import { createPayloadDocument, documentFactory } from '#tests/helpers/document-factory.ts';
import { rest } from '#tests/helpers/rest.ts';
import { COLLECTIONS, PAYLOAD_COLLECTIONS } from './expectations.ts';

const factory = await documentFactory();
const { collections } = await config;
let accounts: Map<Person, Account>;
let owner: Account;

beforeAll(async () => {
  accounts = await createAccounts();
  owner = await createAccount('somebody else', ['admin']);
});

/** The persons who may not read a document of the collection, or its draft if it has drafts. */
function personsWithoutAccess(slug: string): Person[] {
  const { read = [], 'read a draft': drafts = read } =
    { ...COLLECTIONS, ...PAYLOAD_COLLECTIONS }[slug] ?? {};
  return PERSONS.filter((person) => !drafts.includes(person));
}

const CASES = collections
  .filter(({ endpoints, slug }) => endpoints && slug !== 'payload-kv')
  .filter(({ slug }) => personsWithoutAccess(slug).length > 0);

describe.each(CASES)('the existence of a document of $slug', ({ slug, endpoints }) => {
  const endpointsWithId = (endpoints || []).filter(({ path }) => /:id\b/.test(path));

  let existingId: string;

  beforeAll(async () => {
    existingId =
      slug in PAYLOAD_COLLECTIONS
        ? await createPayloadDocument(factory.api, slug, owner)
        : String((await factory.createDocument(slug, `A ${slug}`)).id);
  });

  it.each(personsWithoutAccess(slug))('is not revealed to %s', async (person) => {
    const token = accounts.get(person)?.token;
    const readAll = (id: string) =>
      Promise.all([
        ...endpointsWithId.flatMap(({ method, path }) =>
          ['', '?draft=true'].flatMap((query) =>
            [undefined, { name: 'x' }].map(async (data) => {
              const pathWithId = path.replace(/:id\??/, id);
              const options = { token, data: method === 'get' ? undefined : data };
              const { status, body } = await rest(
                method.toUpperCase(),
                `/${slug}${pathWithId}${query}`,
                options,
              );
              return [method, path, status, JSON.stringify(body).replaceAll(id, 'ID')];
            }),
          ),
        ),
        ...['', '/count'].flatMap((path) =>
          ['', '&draft=true'].map(async (query) => {
            const { status, body } = await rest(
              'GET',
              `/${slug}${path}?where[id][equals]=${id}${query}`,
              { token },
            );
            return [path, status, JSON.stringify(body)];
          }),
        ),
      ]);
    expect(await readAll(existingId)).toEqual(await readAll(new ObjectId().toHexString()));
  });
});
