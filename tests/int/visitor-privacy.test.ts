import { expect, it } from 'vitest';
import { createReader } from '#data/reader.ts';
import { loadSiteLayout } from '#data/site-layout.ts';
import { DEFAULT_QUICK_EXIT } from '#domain/quick-exit.ts';
import { env } from '#platform/environment/env.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';

const { api, createDocument } = await documentFactory();

const loadLayout = () => loadSiteLayout(createReader('en'));

/** The required fields of Site. */
const REQUIRED = {
  name: 'Riverside',
  home: { heading: 'Heading', introduction: 'Introduction' },
  legalEntity: { name: 'Entity', role: 'a referral service' },
};

const updateSite = (data: object) =>
  api.updateGlobal({
    slug: 'site',
    data: { ...REQUIRED, ...data } as never,
    // System: other tests cover the access rules of Site.
    overrideAccess: true,
  });

it('by default, the quick exit leads to the weather and pages have their own titles', async () => {
  expect(await loadLayout()).toMatchObject({ quickExit: DEFAULT_QUICK_EXIT });
  await updateSite({});
  const unchanged = await loadLayout();
  expect(unchanged).toMatchObject({ quickExit: DEFAULT_QUICK_EXIT });
  expect(unchanged.neutralTitle).toBeUndefined();
});

it('pages get the exit and the neutral title that an administrator chose', async () => {
  const exit = { address: 'https://recipes.example/soup', title: 'Soup' };
  await updateSite({ exit, neutral: { on: true, title: 'My notes' } });
  expect(await loadLayout()).toMatchObject({
    quickExit: { href: exit.address, title: exit.title },
    neutralTitle: 'My notes',
  });
  await updateSite({ neutral: { on: false } });
  expect((await loadLayout()).neutralTitle).toBeUndefined();
});

it('pages link the guide to covering tracks while it is published, and have its cache tag', async () => {
  const { id } = await createDocument('pages', 'Your tracks', { published: true });
  await updateSite({ exit: { guide: id } });
  expect((await loadLayout()).quickExit).toMatchObject({ guide: '/your-tracks' });
  const reader = createReader('en');
  await loadSiteLayout(reader);
  expect([...reader.tags]).toContain(`pages:${id}`);
  await api.update({
    collection: 'pages',
    id,
    data: { _status: 'draft' },
    // System: other tests cover who may unpublish a page.
    overrideAccess: true,
  });
  expect((await loadLayout()).quickExit.guide).toBeUndefined();
});

it.each([
  ['address', 'http://recipes.example/'],
  ['address', '/articles'],
  ['address', env.SITE_URL.replace('http:', 'https:')],
  ['address', ''],
  ['title', ''],
  ['title', 'x'.repeat(41)],
])('the quick exit rejects the %s “%s”', async (field, value) => {
  await expect(
    updateSite({
      exit: { address: DEFAULT_QUICK_EXIT.href, title: DEFAULT_QUICK_EXIT.title, [field]: value },
    }),
  ).rejects.toThrow('invalid');
});

it('a neutral title is required if it is enabled', async () => {
  await expect(updateSite({ neutral: { on: true, title: '' } })).rejects.toThrow('invalid');
  await updateSite({ neutral: { on: false, title: '' } });
});
