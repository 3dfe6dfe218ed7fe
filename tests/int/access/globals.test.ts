import type { GlobalSlug } from 'payload';
import { beforeAll, describe, expect, it } from 'vitest';
import { payload } from '#data/payload.ts';
import { type Account, accountsOfAll, PERSONS, type Person } from '#tests/helpers/accounts.ts';
import { rest } from '#tests/helpers/rest.ts';
import { GLOBALS } from './expectations.ts';

/** A change of each global that is valid, with words to look for. */
const CHANGES: Record<string, (words: string) => Record<string, unknown>> = {
  site: (words) => ({
    name: words,
    home: { heading: 'Heading', introduction: 'Introduction' },
    legalEntity: { name: 'Entity', role: 'a referral service' },
  }),
  header: (words) => ({
    links: [{ label: words, link: { type: 'address', address: '/articles' } }],
  }),
  footer: (words) => ({ smallPrint: words }),
  'crisis-resources': (words) => ({
    lines: [{ name: words, number: '988', tel: '988', when: 'At any hour' }],
  }),
};

const accounts = new Map<Person, Account>();

beforeAll(async () => {
  for (const [person, account] of await accountsOfAll()) accounts.set(person, account);
});

describe.each(Object.keys(GLOBALS))('%s', (slug) => {
  const change = CHANGES[slug];
  if (!change) throw new Error(`Say how ${slug} can be changed.`);
  const stored = async () =>
    JSON.stringify(
      await (await payload()).findGlobal({ slug: slug as GlobalSlug, overrideAccess: true }),
    );

  beforeAll(async () => {
    const api = await payload();
    const data = change('What stands there') as never;
    await api.updateGlobal({ slug: slug as GlobalSlug, data, overrideAccess: true });
  });

  describe.each(PERSONS)('%s', (person) => {
    const may = (operation: string) => GLOBALS[slug]?.[operation]?.includes(person);
    const as = () => ({ user: accounts.get(person)?.user, overrideAccess: false }) as const;
    const token = () => accounts.get(person)?.token;

    it(`${may('read') ? 'may' : 'may not'} read`, async () => {
      const { status } = await rest('GET', `/globals/${slug}`, { token: token() });
      expect(status).toBe(may('read') ? 200 : 403);
      const read = (await payload()).findGlobal({ slug: slug as GlobalSlug, ...as() });
      await (may('read') ? expect(read).resolves : expect(read).rejects).toBeTruthy();
    });

    it(`${may('update') ? 'may' : 'may not'} update through rest`, async () => {
      const words = `By ${person} through REST`;
      const { status } = await rest('POST', `/globals/${slug}`, {
        token: token(),
        data: change(words),
      });
      expect(status).toBe(may('update') ? 200 : 403);
      expect((await stored()).includes(words)).toBe(may('update'));
    });

    it(`${may('update') ? 'may' : 'may not'} update through local`, async () => {
      const words = `By ${person} through Local`;
      const update = (await payload()).updateGlobal({
        slug: slug as GlobalSlug,
        data: change(words) as never,
        ...as(),
      });
      if (may('update')) await update;
      else await expect(update).rejects.toMatchObject({ status: 403 });
      expect((await stored()).includes(words)).toBe(may('update'));
    });
  });
});
