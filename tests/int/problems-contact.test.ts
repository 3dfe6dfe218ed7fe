import { expect, it } from 'vitest';
import { GET } from '#app/.well-known/security.txt/route.ts';
import { payload } from '#data/payload.ts';
import { createReader } from '#data/reader.ts';
import { loadSiteLayout } from '#data/site-layout.ts';

const site = {
  name: 'Riverside',
  home: { heading: 'Heading', introduction: 'Introduction' },
  legalEntity: { name: 'Entity', role: 'a referral service' },
};

const write = async (problems: object) =>
  (await payload()).updateGlobal({
    slug: 'site',
    data: { ...site, problems } as never,
    overrideAccess: true,
  });

const shown = async () => (await loadSiteLayout(createReader('en'))).problems;

it('stands on every page once there is an address, with the time of an answer if that is said', async () => {
  await write({ email: null, answerDays: 5 });
  expect(await shown()).toBeUndefined();
  await write({ email: 'site@riverside.example', answerDays: 5 });
  expect(await shown()).toEqual({ email: 'site@riverside.example', answerDays: 5 });
  await write({ email: 'site@riverside.example', answerDays: null });
  expect(await shown()).toEqual({ email: 'site@riverside.example' });
});

it.each([
  ['no address', { email: 'at the desk' }],
  ['no day', { answerDays: 0 }],
  ['half a day', { answerDays: 2.5 }],
  ['more than a month', { answerDays: 31 }],
  ['words', { answerDays: 'soon' }],
])('%s is turned away', async (_, problems) => {
  await expect(write(problems)).rejects.toMatchObject({ status: 400 });
});

it('is where a weakness is reported, and without it nothing says so', async () => {
  await write({ email: 'site@riverside.example' });
  const there = await GET();
  expect([there.status, there.headers.get('content-type')]).toEqual([
    200,
    'text/plain; charset=utf-8',
  ]);
  expect(await there.text()).toMatch(/^Contact: mailto:site@riverside\.example\nExpires: 20/);
  await write({ email: null });
  expect((await GET()).status).toBe(404);
});
