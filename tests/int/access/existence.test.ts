import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import config from '#payload-config';
import {
  type Account,
  account,
  accountsOfAll,
  PERSONS,
  type Person,
} from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';
import { cabinet, payloadsOwn } from '#tests/helpers/specimens.ts';
import { COLLECTIONS, PAYLOADS_OWN } from './expectations.ts';

const made = await cabinet();
const { collections } = await config;
let accounts: Map<Person, Account>;
let owner: Account;

beforeAll(async () => {
  accounts = await accountsOfAll();
  owner = await account('somebody else', ['admin']);
});

/** Everybody who may not read a document of the collection, which is a draft where there are drafts. */
function kept(slug: string): Person[] {
  const { read = [], 'read a draft': drafts = read } =
    { ...COLLECTIONS, ...PAYLOADS_OWN }[slug] ?? {};
  return PERSONS.filter((person) => !drafts.includes(person));
}

const CASES = collections
  .filter(({ endpoints, slug }) => endpoints && slug !== 'payload-kv')
  .filter(({ slug }) => kept(slug).length > 0);

describe.each(CASES)('whether a document of $slug exists', ({ slug, endpoints }) => {
  const withId = (endpoints || []).filter(({ path }) => /:id\b/.test(path));

  let existing: string;

  beforeAll(async () => {
    existing =
      slug in PAYLOADS_OWN
        ? await payloadsOwn(made.api, slug, owner)
        : String((await made.specimen(slug, `A ${slug}`)).id);
  });

  it.each(kept(slug))('is not told to %s', async (person) => {
    const token = accounts.get(person)?.token;
    const told = (id: string) =>
      Promise.all([
        ...withId.flatMap(({ method, path }) =>
          ['', '?draft=true'].flatMap((query) =>
            [undefined, { name: 'x' }].map(async (data) => {
              const filled = path.replace(/:id\??/, id);
              const sent = method === 'get' ? undefined : data;
              const asked = { token, data: sent };
              const { status, body } = await rest(
                method.toUpperCase(),
                `/${slug}${filled}${query}`,
                asked,
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
    expect(await told(existing)).toEqual(await told(new ObjectId().toHexString()));
  });
});
