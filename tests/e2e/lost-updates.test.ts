import { randomInt } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Role } from '#domain/roles.ts';
import { changed, editArticle, fillSummary } from '#tests/helpers/admin.ts';
import type { Doc, Found } from '#tests/helpers/answers.ts';
import { as } from '#tests/helpers/colleague.ts';
import { deskOf, type Opened, type Step } from '#tests/helpers/stale-pages/noun.ts';
import { REQUEST, requestOf, sendRequest, withdraw } from '#tests/helpers/stale-pages/request.ts';
import { SITE } from '#tests/helpers/stale-pages/site.ts';

/** Waits as long for what is stored as a page is waited for. */
const poll = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });

async function openBy(role: Role, request: Opened): Promise<Page> {
  const page = await deskOf(role);
  await REQUEST.open(page, request);
  return page;
}

const NOTE = 'They asked for a call in the evening.';

/** Whether a step has made of the request what it was to. A note makes a line of the timeline alone. */
const MADE: Record<string, (request: Doc) => boolean> = {
  'take it': ({ owner }) => Boolean(owner),
  'mark it as spam': ({ quarantined }) => quarantined === true,
  'save “Scheduled”': ({ status }) => status === 'scheduled',
  'save a note': () => false,
};

const stepOf = (name: string): Step => {
  const step = REQUEST.steps.find((one) => one.name === name);
  if (!step) throw new Error(`There is no step ${name}.`);
  return step;
};

const told = (page: Page, words: RegExp) => page.getByText(words).first().waitFor();

const changedAt = async (id: string) => (await requestOf(id)).updatedAt;

const names = ['take it', 'save a note'];
const pairs = [
  ['take it', 'save “Scheduled”'],
  ['save a note', 'mark it as spam'],
];

describe('two coordinators have the same request open', () => {
  it.each(pairs)('one does “%s”, the other “%s”', async (first = '', second = '') => {
    const request = await sendRequest();
    const [sam, kim] = [await openBy('lead', request), await openBy('coordinator', request)];
    await stepOf(second).prepare?.(kim, NOTE);
    await stepOf(first).prepare?.(sam, NOTE);
    const before = await changedAt(request.id);
    await stepOf(first).press(sam, request, NOTE);
    await poll(() => changedAt(request.id)).not.toBe(before);
    const between = await requestOf(request.id);

    await stepOf(second).press(kim, request, NOTE);
    await told(kim, /changed this after you opened it .*Nothing of yours was saved/);
    expect(await requestOf(request.id)).toEqual(between);
    expect(MADE[second]?.(between)).toBe(false);
    if (second === 'save a note') expect(await kim.locator('#field-note').inputValue()).toBe(NOTE);

    // The page shows what the other did, and now it can be done.
    await poll(() => kim.getByRole('button', { name: 'Save' }).count()).toBe(1);
    const timeline = kim.getByRole('region', { name: 'Timeline' });
    await poll(() => timeline.locator('li').count()).toBeGreaterThan(1);
    await stepOf(second).press(kim, request, NOTE);
    await poll(() => changedAt(request.id)).not.toBe(between.updatedAt);
    const after = await requestOf(request.id);
    for (const name of [first, second]) {
      if (name !== 'save a note') expect(MADE[name]?.(after)).toBe(true);
    }
  });
});

describe('a visitor withdraws while a coordinator has the request open', () => {
  it.each(names)('“%s” changes nothing then', async (name) => {
    const request = await sendRequest();
    const page = await openBy('coordinator', request);
    await stepOf(name).prepare?.(page, NOTE);
    expect(await withdraw(request)).toBe(200);
    const between = await requestOf(request.id);
    expect(between).toMatchObject({ status: 'closed', closedReason: 'withdrawn' });

    await stepOf(name).press(page, request, NOTE);
    await told(page, /changed this after you opened it/);
    expect(await requestOf(request.id)).toEqual(between);
    await page.getByRole('heading', { name: 'They took this request back' }).waitFor();
    expect(await page.locator('a[href^="tel:"]').count()).toBe(0);
    if (name === 'save a note') expect(await page.locator('#field-note').inputValue()).toBe(NOTE);
  });
});

describe('two people write in one article', () => {
  const type: Record<string, (page: Page, words: string) => Promise<unknown>> = {
    title: (page, words) => page.locator('#field-title').fill(words),
    summary: fillSummary,
  };

  it('one the title, the other the summary', async () => {
    const [first, second] = ['title', 'summary'];
    const { docs } = await as<Found>('editor', 'GET', '/articles?limit=1&depth=0&sort=createdAt');
    const id = String(docs[0]?.id);
    const draft = () => as<Doc>('editor', 'GET', `/articles/${id}?draft=true&depth=0`);
    const [sam, kim] = [await deskOf('editor'), await deskOf('admin')];
    await editArticle(sam, id);
    await editArticle(kim, id);
    const words = `Words in the ${first} ${randomInt(1_000)}`;
    await type[first]?.(sam, words);
    await poll(async () => (await draft())[first]).toBe(words);
    const between = await draft();

    await type[second]?.(kim, 'Words that come too late');
    await told(kim, /changed this after you opened it .*Nothing of yours was saved/);
    const { editId: _, ...after } = await draft();
    expect(after).toEqual({ ...between, editId: undefined });
    expect(await kim.locator(`#field-${second}`).inputValue()).toBe('Words that come too late');

    // Whoever was first goes on writing.
    await type[first]?.(sam, `${words}, and more`);
    await poll(async () => (await draft())[first]).toBe(`${words}, and more`);
  });

  it('somebody who types while the network is slow is no conflict with themselves', async () => {
    const { docs } = await as<Found>('editor', 'GET', '/articles?limit=1&depth=0&sort=createdAt');
    const id = String(docs[0]?.id);
    const page = await deskOf('editor');
    await editArticle(page, id);
    const statuses: number[] = [];
    await page.route(`**/api/articles/${id}?*`, async (route) => {
      const answer = await route.fetch();
      statuses.push(answer.status());
      // One answer is lost on its way.
      if (statuses.length === 2) await route.fulfill({ status: 502, body: '' });
      else await route.fulfill({ response: answer });
    });
    let words = 'Words';
    for (let more = 0; more < 8; more += 1) {
      words += ` and more ${more}`;
      await page.locator('#field-summary').fill(words);
      await page.waitForResponse(/autosave/, { timeout: 3_000 }).catch(() => {});
    }
    const draft = () => as<Doc>('editor', 'GET', `/articles/${id}?draft=true&depth=0`);
    await poll(async () => (await draft()).summary).toBe(words);
    expect(statuses.length).toBeGreaterThan(2);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});

describe('back to what is published', () => {
  interface Opened {
    page: Page;
    id: string;
    published: Doc;
    newest: () => Promise<Doc>;
  }

  /** A draft of something published, opened by an editor. */
  async function openDraft(title: string): Promise<Opened> {
    const where = 'where[_status][equals]=published';
    const found = await as<Found>(
      'editor',
      'GET',
      `/articles?${where}&limit=1&depth=0&sort=-createdAt`,
    );
    const [published] = found.docs;
    if (!published) throw new Error('No article is published.');
    const { id } = published;
    await as('editor', 'PATCH', `/articles/${id}?draft=true`, { title });
    const page = await deskOf('editor');
    await editArticle(page, id);
    expect(await page.locator('#field-title').inputValue()).toBe(title);
    const newest = () => as<Doc>('editor', 'GET', `/articles/${id}?draft=true&depth=0`);
    return { page, id, published, newest };
  }

  async function revert(page: Page): Promise<void> {
    await page.locator('#action-revert-to-published').click();
    await page.locator('#confirm-action').click();
  }

  const status = (page: Page) => page.locator('.status__value').first();

  it('the published text is there again, and is gone on from', async () => {
    const { page, published, newest } = await openDraft('Words of a draft');
    await poll(() => status(page).textContent()).toBe('Changed');
    await revert(page);
    await poll(() => page.locator('#field-title').inputValue()).toBe(published.title);
    const { title, summary } = published;
    expect(await newest()).toMatchObject({ title, summary, _status: 'published' });
    await poll(() => status(page).textContent()).toBe('Published');
    expect(await page.locator('#action-revert-to-published').count()).toBe(0);

    await fillSummary(page, 'Words after that');
    await poll(async () => (await newest()).summary).toBe('Words after that');
    await poll(() => page.locator('#action-revert-to-published').count()).toBe(1);
    await revert(page);
    await poll(async () => (await newest()).summary).toBe(summary);
  });

  it('is refused where a colleague wrote on in the draft, and nothing of it is lost', async () => {
    const { page, id, published, newest } = await openDraft('Words of a draft');
    await as('admin', 'PATCH', `/articles/${id}?draft=true`, { title: 'Words of a colleague' });
    const between = await newest();
    await revert(page);
    await told(page, /changed this after you opened it .*Nothing of yours was saved/);
    expect(await newest()).toEqual({ ...between, editId: expect.anything() });
    const { title } = await as<Doc>('editor', 'GET', `/articles/${id}?depth=0`);
    expect(title).toBe(published.title);
    expect(await page.locator('#field-title').inputValue()).toBe('Words of a draft');
    await as('editor', 'PATCH', `/articles/${id}`, { title, _status: 'published' });
  });

  it('taking it back from readers is refused where a colleague published another text', async () => {
    const { page, id, published } = await openDraft('Words of a draft');
    const theirs = { title: 'Words of a colleague', _status: 'published' };
    await as('admin', 'PATCH', `/articles/${id}`, theirs);
    await page.locator('.doc-controls__popup button').first().click();
    await page.locator('#action-unpublish').click();
    await page.locator('#confirm-action').click();
    await told(page, /changed this after you opened it .*Nothing of yours was saved/);
    expect(await as<Doc>('editor', 'GET', `/articles/${id}?depth=0`)).toMatchObject(theirs);
    const { title, _status } = published;
    await as('editor', 'PATCH', `/articles/${id}`, { title, _status });
  });
});

it('two windows on a global: the second save is told of the first, and its words stay', async () => {
  const [sam, kim] = [await deskOf('admin'), await deskOf('admin')];
  for (const page of [sam, kim]) await SITE.open(page, { id: 'site' });
  const site = () => as<Doc>('admin', 'GET', '/globals/site?depth=0');
  const { name, notice } = await site();
  onTestFinished(async () => {
    await as('admin', 'POST', '/globals/site', { name, notice });
  });
  await changed(kim, () => kim.locator('#field-notice').fill('A notice that comes too late'));
  await sam.locator('#field-name').fill('Another name');
  await sam.getByRole('button', { name: 'Save' }).click();
  await poll(async () => (await site()).name).toBe('Another name');

  await kim.getByRole('button', { name: 'Save' }).click();
  await told(kim, /You, in another window, changed this after you opened it .*: Name\./);
  expect(await site()).toMatchObject({ name: 'Another name', notice });
  expect(await kim.locator('#field-notice').inputValue()).toBe('A notice that comes too late');
  expect(await kim.getByRole('button', { name: 'Save' }).isEnabled()).toBe(true);
});
