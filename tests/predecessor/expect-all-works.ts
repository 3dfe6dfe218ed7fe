import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { ROLES } from '#domain/roles.ts';
import { createApiClient } from '#tests/helpers/api-client.ts';
import type { Doc, FindResult } from '#tests/helpers/rest-result-types.ts';
import type { RunningSite } from '#tests/helpers/running-site.ts';
import { crawlSite } from '#tests/helpers/site-crawl.ts';
import { warmUpSite } from '#tests/helpers/warm-up.ts';
import { type PredecessorData, type SentSubmission, sendSubmission } from './create-data.ts';

const PUBLISH_TIMEOUT_MS = 20_000;

type Site = Pick<RunningSite, 'url' | 'password'>;

/** Expects that all data of an earlier version is there and can be used. */
export async function expectAllWorks(site: Site, data: PredecessorData): Promise<void> {
  await warmUpSite(site);
  const crawled = await crawlSite(site.url);
  expect([...crawled.keys()]).toContain(`/articles/${data.changed.slug}`);
  for (const role of ROLES) await createApiClient(site, role);
  await expectSubmissions(site, data);
  await expectWithdrawal(site, data);
  await expectArticles(site, data);
}

async function expectSubmissions({ url, password }: Site, data: PredecessorData): Promise<void> {
  const coordinator = await createApiClient({ url, password }, 'coordinator');
  const find = async ({ reference }: Pick<SentSubmission, 'reference'>): Promise<Doc> => {
    const where = `where[reference][equals]=${reference}&depth=0`;
    const { docs } = await coordinator<FindResult>('GET', `/form-submissions?${where}`);
    expect(docs).toHaveLength(1);
    return docs[0] as Doc;
  };
  const typesOf = async (id: string): Promise<unknown[]> => {
    const where = `where[submission][equals]=${id}&sort=createdAt&depth=0`;
    const { docs } = await coordinator<FindResult>('GET', `/submission-events?${where}`);
    return docs.map(({ type }) => type);
  };
  for (const submission of data.sent) {
    const stored = await find(submission);
    expect(stored).toMatchObject(submission.request.answers);
    expect(await typesOf(stored.id)).toContain('received');
    // A replay of a submission from the earlier version gets the same receipt.
    const { receipt, reference } = submission;
    expect(await sendSubmission(url, submission.key, submission.request)).toMatchObject({
      receipt,
      reference,
    });
  }
  const contacted = await find(data.contacted);
  expect(contacted.status).toBe('contacted');
  const { docs } = await coordinator<FindResult>(
    'GET',
    `/submission-events?where[submission][equals]=${contacted.id}&depth=0`,
  );
  expect(JSON.stringify(docs)).toContain(data.note);
  await coordinator('PATCH', `/form-submissions/${contacted.id}`, { status: 'scheduled' });
  expect((await find(data.contacted)).status).toBe('scheduled');

  const answers = { name: 'Lee Sample', phone: '(212) 555-0115' };
  const newcomer = await sendSubmission(url, randomUUID(), {
    callToAction: 'request-call',
    answers,
  });
  expect(await find(newcomer)).toMatchObject({ ...answers, status: 'new' });
}

async function expectWithdrawal(
  { url, password }: Site,
  { withdrawn }: PredecessorData,
): Promise<void> {
  const page = await fetch(`${url}/withdraw/${withdrawn.receipt}`);
  expect([page.status, await page.text()]).toEqual([
    200,
    expect.stringContaining('We will not contact you'),
  ]);
  const coordinator = await createApiClient({ url, password }, 'coordinator');
  const where = `where[reference][equals]=${withdrawn.reference}&depth=0`;
  const { docs } = await coordinator<FindResult>('GET', `/form-submissions?${where}`);
  expect(docs).toMatchObject([{ status: 'closed', closedReason: 'withdrawn' }]);
}

async function expectArticles({ url, password }: Site, data: PredecessorData): Promise<void> {
  const { changed, draft } = data;
  const fetchText = async (path: string) => (await fetch(`${url}${path}`)).text();
  const page = `/articles/${changed.slug}`;
  expect(await fetchText(page)).toContain(`<h1>${changed.title}</h1>`);
  const editor = await createApiClient({ url, password }, 'editor');
  const latest = await editor<Doc>('GET', `/articles/${changed.id}?draft=true&depth=0`);
  expect(latest.title).toBe(changed.draftTitle);
  const title = `${changed.title}, by lanterns`;
  await editor('PATCH', `/articles/${changed.id}?depth=0`, { title, _status: 'published' });
  await expect
    .poll(() => fetchText(page), { timeout: PUBLISH_TIMEOUT_MS })
    .toContain(`<h1>${title}</h1>`);
  await expect
    .poll(() => fetchText('/search?q=lanterns'), { timeout: PUBLISH_TIMEOUT_MS })
    .toContain(`href="${page}"`);

  const admin = await createApiClient({ url, password }, 'admin');
  const stored = await admin<Doc>('GET', `/articles/${draft.id}?draft=true&depth=0`);
  expect(stored.title).toBe(draft.title);
  await admin('DELETE', `/articles/${draft.id}`);
  const where = `where[id][equals]=${draft.id}&draft=true&depth=0`;
  expect((await admin<FindResult>('GET', `/articles?${where}`)).totalDocs).toBe(0);
}
