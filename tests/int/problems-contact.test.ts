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

const updateProblems = async (problems: object) =>
  (await payload()).updateGlobal({
    slug: 'site',
    data: { ...site, problems } as never,
    overrideAccess: true,
  });

const loadProblems = async () => (await loadSiteLayout(createReader('en'))).problemReports;

it('is on every page once there is an address, with the response time if there is one', async () => {
  await updateProblems({ email: null, answerDays: 5 });
  expect(await loadProblems()).toBeUndefined();
  await updateProblems({ email: 'site@riverside.example', answerDays: 5 });
  expect(await loadProblems()).toEqual({ email: 'site@riverside.example', answerDays: 5 });
  await updateProblems({ email: 'site@riverside.example', answerDays: null });
  expect(await loadProblems()).toEqual({ email: 'site@riverside.example' });
});

it.each([
  ['an invalid address', { email: 'at the desk' }],
  ['zero days', { answerDays: 0 }],
  ['half a day', { answerDays: 2.5 }],
  ['more than a month', { answerDays: 31 }],
  ['a text instead of days', { answerDays: 'soon' }],
])('rejects %s', async (_, problems) => {
  await expect(updateProblems(problems)).rejects.toMatchObject({ status: 400 });
});

it('is the contact in security.txt, which does not exist without it', async () => {
  await updateProblems({ email: 'site@riverside.example' });
  const response = await GET();
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/plain; charset=utf-8',
  ]);
  expect(await response.text()).toMatch(/^Contact: mailto:site@riverside\.example\nExpires: 20/);
  await updateProblems({ email: null });
  expect((await GET()).status).toBe(404);
});
