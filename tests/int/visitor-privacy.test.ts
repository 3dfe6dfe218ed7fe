import { expect, it } from 'vitest';
import { createReader } from '#data/reader.ts';
import { loadSiteLayout } from '#data/site-layout.ts';
import { EXIT } from '#domain/exit.ts';
import { env } from '#platform/environment/env.ts';
import { cabinet } from '#tests/helpers/specimens.ts';

const { api, specimen } = await cabinet();

const frame = () => loadSiteLayout(createReader('en'));

/** What else Site has to have. */
const REST = {
  name: 'Riverside',
  home: { heading: 'Heading', introduction: 'Introduction' },
  legalEntity: { name: 'Entity', role: 'a referral service' },
};

const set = (data: object) =>
  api.updateGlobal({
    slug: 'site',
    data: { ...REST, ...data } as never,
    // System: who may change Site is tried elsewhere.
    overrideAccess: true,
  });

it('until an administrator has chosen, the exit leads to the weather and pages have their own titles', async () => {
  expect(await frame()).toMatchObject({ exit: EXIT });
  await set({});
  const unchanged = await frame();
  expect(unchanged).toMatchObject({ exit: EXIT });
  expect(unchanged.neutralTitle).toBeUndefined();
});

it('pages get what an administrator has chosen', async () => {
  const exit = { address: 'https://recipes.example/soup', title: 'Soup' };
  await set({ exit, neutral: { on: true, title: 'My notes' } });
  expect(await frame()).toMatchObject({
    exit: { href: exit.address, title: exit.title },
    neutralTitle: 'My notes',
  });
  await set({ neutral: { on: false } });
  expect((await frame()).neutralTitle).toBeUndefined();
});

it('the page about covering one’s tracks is linked while it is published, and pages go with it', async () => {
  const { id } = await specimen('pages', 'Your tracks', { published: true });
  await set({ exit: { guide: id } });
  expect((await frame()).exit).toMatchObject({ guide: '/your-tracks' });
  const reader = createReader('en');
  await loadSiteLayout(reader);
  expect([...reader.tags]).toContain(`pages:${id}`);
  await api.update({
    collection: 'pages',
    id,
    data: { _status: 'draft' },
    // System: who may take a page back is tried elsewhere.
    overrideAccess: true,
  });
  expect((await frame()).exit.guide).toBeUndefined();
});

it.each([
  ['address', 'http://recipes.example/'],
  ['address', '/articles'],
  ['address', env.SITE_URL.replace('http:', 'https:')],
  ['address', ''],
  ['title', ''],
  ['title', 'x'.repeat(41)],
])('the exit does not take the %s “%s”', async (field, value) => {
  await expect(
    set({ exit: { address: EXIT.href, title: EXIT.title, [field]: value } }),
  ).rejects.toThrow('invalid');
});

it('a neutral title has to be there where it is wanted', async () => {
  await expect(set({ neutral: { on: true, title: '' } })).rejects.toThrow('invalid');
  await set({ neutral: { on: false, title: '' } });
});
