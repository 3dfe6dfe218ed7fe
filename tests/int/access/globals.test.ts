import type { GlobalSlug } from 'payload';
import { beforeAll, describe, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { type Account, createAccounts, PERSONS, type Person } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';
import { GLOBALS } from './expectations.ts';

/** A valid change of each global that contains the given text. */
const CHANGES: Record<string, (text: string) => Record<string, unknown>> = {
  site: (text) => ({
    name: text,
    home: { heading: 'Heading', introduction: 'Introduction' },
    legalEntity: { name: 'Entity', role: 'a referral service' },
  }),
  header: (text) => ({
    links: [{ label: text, link: { type: 'address', address: '/articles' } }],
  }),
  footer: (text) => ({ smallPrint: text }),
  'crisis-resources': (text) => ({
    lines: [{ name: text, number: '988', tel: '988', when: 'At any hour' }],
  }),
};

const accounts = new Map<Person, Account>();

beforeAll(async () => {
  for (const [person, account] of await createAccounts()) accounts.set(person, account);
});

describe.each(Object.keys(GLOBALS))('%s', (slug) => {
  const change = CHANGES[slug];
  if (!change) throw new Error(`CHANGES has no entry for ${slug}.`);
  const readStored = async () =>
    JSON.stringify(
      await (await payload()).findGlobal({ slug: slug as GlobalSlug, overrideAccess: true }),
    );

  beforeAll(async () => {
    const api = await payload();
    const data = change('What stands there') as never;
    await api.updateGlobal({ slug: slug as GlobalSlug, data, overrideAccess: true });
  });

  describe.each(PERSONS)('%s', (person) => {
    const isAllowed = (operation: string) => GLOBALS[slug]?.[operation]?.includes(person);
    const localApiUser = () =>
      ({ user: accounts.get(person)?.user, overrideAccess: false }) as const;
    const token = () => accounts.get(person)?.token;

    it(`${isAllowed('read') ? 'may' : 'may not'} read`, async () => {
      const { status } = await rest('GET', `/globals/${slug}`, { token: token() });
      expect(status).toBe(isAllowed('read') ? 200 : 403);
      const read = (await payload()).findGlobal({ slug: slug as GlobalSlug, ...localApiUser() });
      await (isAllowed('read') ? expect(read).resolves : expect(read).rejects).toBeTruthy();
    });

    it(`${isAllowed('update') ? 'may' : 'may not'} update through rest`, async () => {
      const text = `By ${person} through REST`;
      const { status } = await rest('POST', `/globals/${slug}`, {
        token: token(),
        data: change(text),
      });
      expect(status).toBe(isAllowed('update') ? 200 : 403);
      expect((await readStored()).includes(text)).toBe(isAllowed('update'));
    });

    it(`${isAllowed('update') ? 'may' : 'may not'} update through local`, async () => {
      const text = `By ${person} through Local`;
      const update = (await payload()).updateGlobal({
        slug: slug as GlobalSlug,
        data: change(text) as never,
        ...localApiUser(),
      });
      if (isAllowed('update')) await update;
      else await expect(update).rejects.toMatchObject({ status: 403 });
      expect((await readStored()).includes(text)).toBe(isAllowed('update'));
    });
  });
});
