import { randomInt } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { changeForm } from '#tests/helpers/admin-pages.ts';
import { editArticle, fillSummary } from '#tests/helpers/article-editor.ts';
import { restAs } from '#tests/helpers/rest-as-role.ts';
import type { Doc, FindResult } from '#tests/helpers/rest-result-types.ts';
import { openAdminAs } from '#tests/helpers/stale-admin-tabs/document-kind.ts';
import { SITE } from '#tests/helpers/stale-admin-tabs/site.ts';

/** Polls for as long as `newPage` lets a page wait. */
const poll = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });

const waitForText = (page: Page, text: RegExp) => page.getByText(text).first().waitFor();

describe('two people edit one article', () => {
  const type: Record<string, (page: Page, words: string) => Promise<unknown>> = {
    title: (page, text) => page.locator('#field-title').fill(text),
    summary: fillSummary,
  };

  it('rejects a changed summary after another person changed the title', async () => {
    const [first, second] = ['title', 'summary'];
    const { docs } = await restAs<FindResult>(
      'editor',
      'GET',
      '/articles?limit=1&depth=0&sort=createdAt',
    );
    const id = String(docs[0]?.id);
    const draft = () => restAs<Doc>('editor', 'GET', `/articles/${id}?draft=true&depth=0`);
    const [sam, kim] = [await openAdminAs('editor'), await openAdminAs('admin')];
    await editArticle(sam, id);
    await editArticle(kim, id);
    const text = `Words in the ${first} ${randomInt(1_000)}`;
    await type[first]?.(sam, text);
    await poll(async () => (await draft())[first]).toBe(text);
    const between = await draft();

    await type[second]?.(kim, 'Words that come too late');
    await waitForText(kim, /changed this after you opened it .*Nothing of yours was saved/);
    const { editId: _, ...after } = await draft();
    expect(after).toEqual({ ...between, editId: undefined });
    expect(await kim.locator(`#field-${second}`).inputValue()).toBe('Words that come too late');

    // The first person can go on writing.
    await type[first]?.(sam, `${text}, and more`);
    await poll(async () => (await draft())[first]).toBe(`${text}, and more`);
  });

  it('reports no conflict to one person whose autosaves overlap or fail', async () => {
    const { docs } = await restAs<FindResult>(
      'editor',
      'GET',
      '/articles?limit=1&depth=0&sort=createdAt',
    );
    const id = String(docs[0]?.id);
    const page = await openAdminAs('editor');
    await editArticle(page, id);
    const statuses: number[] = [];
    await page.route(`**/api/articles/${id}?*`, async (route) => {
      const response = await route.fetch();
      statuses.push(response.status());
      // Loses one response.
      if (statuses.length === 2) await route.fulfill({ status: 502, body: '' });
      else await route.fulfill({ response: response });
    });
    let text = 'Words';
    for (let more = 0; more < 8; more += 1) {
      text += ` and more ${more}`;
      await page.locator('#field-summary').fill(text);
      await page.waitForResponse(/autosave/, { timeout: 3_000 }).catch(() => {});
    }
    const draft = () => restAs<Doc>('editor', 'GET', `/articles/${id}?draft=true&depth=0`);
    await poll(async () => (await draft()).summary).toBe(text);
    expect(statuses.length).toBeGreaterThan(2);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});

describe('reverting to the published version', () => {
  interface Opened {
    page: Page;
    id: string;
    published: Doc;
    newest: () => Promise<Doc>;
  }

  /** Saves a draft of a published article, and opens it as an editor. */
  async function openDraft(title: string): Promise<Opened> {
    const where = 'where[_status][equals]=published';
    const { docs } = await restAs<FindResult>(
      'editor',
      'GET',
      `/articles?${where}&limit=1&depth=0&sort=-createdAt`,
    );
    const [published] = docs;
    if (!published) throw new Error('No article is published.');
    const { id } = published;
    await restAs('editor', 'PATCH', `/articles/${id}?draft=true`, { title });
    const page = await openAdminAs('editor');
    await editArticle(page, id);
    expect(await page.locator('#field-title').inputValue()).toBe(title);
    const newest = () => restAs<Doc>('editor', 'GET', `/articles/${id}?draft=true&depth=0`);
    return { page, id, published, newest };
  }

  async function revert(page: Page): Promise<void> {
    await page.locator('#action-revert-to-published').click();
    await page.locator('#confirm-action').click();
  }

  const status = (page: Page) => page.locator('.status__value').first();

  it('restores the published text, which can be edited again', async () => {
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

  it('is rejected after another person changed the draft, and keeps their change', async () => {
    const { page, id, published, newest } = await openDraft('Words of a draft');
    await restAs('admin', 'PATCH', `/articles/${id}?draft=true`, { title: 'Words of a colleague' });
    const between = await newest();
    await revert(page);
    await waitForText(page, /changed this after you opened it .*Nothing of yours was saved/);
    expect(await newest()).toEqual({ ...between, editId: expect.anything() });
    const { title } = await restAs<Doc>('editor', 'GET', `/articles/${id}?depth=0`);
    expect(title).toBe(published.title);
    expect(await page.locator('#field-title').inputValue()).toBe('Words of a draft');
    await restAs('editor', 'PATCH', `/articles/${id}`, { title, _status: 'published' });
  });

  it('rejects unpublishing after another person published another text', async () => {
    const { page, id, published } = await openDraft('Words of a draft');
    const theirs = { title: 'Words of a colleague', _status: 'published' };
    await restAs('admin', 'PATCH', `/articles/${id}`, theirs);
    await page.locator('.doc-controls__popup button').first().click();
    await page.locator('#action-unpublish').click();
    await page.locator('#confirm-action').click();
    await waitForText(page, /changed this after you opened it .*Nothing of yours was saved/);
    expect(await restAs<Doc>('editor', 'GET', `/articles/${id}?depth=0`)).toMatchObject(theirs);
    const { title, _status } = published;
    await restAs('editor', 'PATCH', `/articles/${id}`, { title, _status });
  });
});

it('rejects a save of a global that was changed in another window, and keeps what was typed', async () => {
  const [sam, kim] = [await openAdminAs('admin'), await openAdminAs('admin')];
  for (const page of [sam, kim]) await SITE.open(page, { id: 'site' });
  const site = () => restAs<Doc>('admin', 'GET', '/globals/site?depth=0');
  const { name, notice } = await site();
  onTestFinished(async () => {
    await restAs('admin', 'POST', '/globals/site', { name, notice });
  });
  await changeForm(kim, () => kim.locator('#field-notice').fill('A notice that comes too late'));
  await sam.locator('#field-name').fill('Another name');
  await sam.getByRole('button', { name: 'Save' }).click();
  await poll(async () => (await site()).name).toBe('Another name');

  await kim.getByRole('button', { name: 'Save' }).click();
  await waitForText(kim, /You, in another window, changed this after you opened it .*: Name\./);
  expect(await site()).toMatchObject({ name: 'Another name', notice });
  expect(await kim.locator('#field-notice').inputValue()).toBe('A notice that comes too late');
  expect(await kim.getByRole('button', { name: 'Save' }).isEnabled()).toBe(true);
});
