import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { ROLES } from '#domain/roles.ts';
import type { Doc, Found } from '#tests/helpers/answers.ts';
import { apiOf } from '#tests/helpers/api-of.ts';
import { firstPages } from '#tests/helpers/first-pages.ts';
import type { RunningSite } from '#tests/helpers/running-site.ts';
import { viewsOf } from '#tests/helpers/views.ts';
import { type LeftBehind, type Sent, send } from './leave-behind.ts';

const SHOWN_MS = 20_000;

type Site = Pick<RunningSite, 'url' | 'password'>;

/** All that an earlier version left behind is there, and everything can be done with it. */
export async function expectAllWorks(site: Site, left: LeftBehind): Promise<void> {
  await firstPages(site);
  const views = await viewsOf(site.url);
  expect([...views.keys()]).toContain(`/articles/${left.changed.slug}`);
  for (const role of ROLES) await apiOf(site, role);
  await expectSubmissions(site, left);
  await expectWithdrawal(site, left);
  await expectArticles(site, left);
}

async function expectSubmissions({ url, password }: Site, left: LeftBehind): Promise<void> {
  const coordinator = await apiOf({ url, password }, 'coordinator');
  const find = async ({ reference }: Pick<Sent, 'reference'>): Promise<Doc> => {
    const where = `where[reference][equals]=${reference}&depth=0`;
    const { docs } = await coordinator<Found>('GET', `/form-submissions?${where}`);
    expect(docs).toHaveLength(1);
    return docs[0] as Doc;
  };
  const typesOf = async (id: string): Promise<unknown[]> => {
    const where = `where[submission][equals]=${id}&sort=createdAt&depth=0`;
    const { docs } = await coordinator<Found>('GET', `/submission-events?${where}`);
    return docs.map(({ type }) => type);
  };
  for (const one of left.sent) {
    const stored = await find(one);
    expect(stored).toMatchObject(one.request.answers);
    expect(await typesOf(stored.id)).toContain('received');
    // Whoever lost the answer then, and sends it again now, gets the same receipt.
    const { receipt, reference } = one;
    expect(await send(url, one.key, one.request)).toMatchObject({ receipt, reference });
  }
  const contacted = await find(left.contacted);
  expect(contacted.status).toBe('contacted');
  const { docs } = await coordinator<Found>(
    'GET',
    `/submission-events?where[submission][equals]=${contacted.id}&depth=0`,
  );
  expect(JSON.stringify(docs)).toContain(left.note);
  await coordinator('PATCH', `/form-submissions/${contacted.id}`, { status: 'scheduled' });
  expect((await find(left.contacted)).status).toBe('scheduled');

  const answers = { name: 'Lee Sample', phone: '(212) 555-0115' };
  const newcomer = await send(url, randomUUID(), { callToAction: 'request-call', answers });
  expect(await find(newcomer)).toMatchObject({ ...answers, status: 'new' });
}

async function expectWithdrawal({ url, password }: Site, { withdrawn }: LeftBehind): Promise<void> {
  const page = await fetch(`${url}/withdraw/${withdrawn.receipt}`);
  expect([page.status, await page.text()]).toEqual([
    200,
    expect.stringContaining('We will not contact you'),
  ]);
  const coordinator = await apiOf({ url, password }, 'coordinator');
  const where = `where[reference][equals]=${withdrawn.reference}&depth=0`;
  const { docs } = await coordinator<Found>('GET', `/form-submissions?${where}`);
  expect(docs).toMatchObject([{ status: 'closed', closedReason: 'withdrawn' }]);
}

async function expectArticles({ url, password }: Site, left: LeftBehind): Promise<void> {
  const { changed, draft } = left;
  const shown = async (path: string) => (await fetch(`${url}${path}`)).text();
  const page = `/articles/${changed.slug}`;
  expect(await shown(page)).toContain(`<h1>${changed.title}</h1>`);
  const editor = await apiOf({ url, password }, 'editor');
  const latest = await editor<Doc>('GET', `/articles/${changed.id}?draft=true&depth=0`);
  expect(latest.title).toBe(changed.draftTitle);
  const title = `${changed.title}, by lanterns`;
  await editor('PATCH', `/articles/${changed.id}?depth=0`, { title, _status: 'published' });
  await expect.poll(() => shown(page), { timeout: SHOWN_MS }).toContain(`<h1>${title}</h1>`);
  await expect
    .poll(() => shown('/search?q=lanterns'), { timeout: SHOWN_MS })
    .toContain(`href="${page}"`);

  const admin = await apiOf({ url, password }, 'admin');
  const there = await admin<Doc>('GET', `/articles/${draft.id}?draft=true&depth=0`);
  expect(there.title).toBe(draft.title);
  await admin('DELETE', `/articles/${draft.id}`);
  const where = `where[id][equals]=${draft.id}&draft=true&depth=0`;
  expect((await admin<Found>('GET', `/articles?${where}`)).totalDocs).toBe(0);
}
