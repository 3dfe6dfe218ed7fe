import { randomInt } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Role } from '#domain/roles.ts';
import { changeForm } from '#tests/helpers/admin-pages.ts';
import { editArticle, fillSummary } from '#tests/helpers/article-editor.ts';
import { restAs } from '#tests/helpers/rest-as-role.ts';
import type { Doc, FindResult } from '#tests/helpers/rest-result-types.ts';
import {
  type OpenDocument,
  openAdminAs,
  type UserAction,
} from '#tests/helpers/stale-admin-tabs/document-kind.ts';
import { SITE } from '#tests/helpers/stale-admin-tabs/site.ts';
import {
  readSubmission,
  SUBMISSION,
  sendSubmission,
  withdraw,
} from '#tests/helpers/stale-admin-tabs/submission.ts';

/** Polls for as long as `newPage` lets a page wait. */
const poll = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });

async function openSubmissionAs(role: Role, submission: OpenDocument): Promise<Page> {
  const page = await openAdminAs(role);
  await SUBMISSION.open(page, submission);
  return page;
}

const NOTE = 'They asked for a call in the evening.';

/** Tells whether an action has changed the submission. A note only adds an event to the timeline. */
const IS_DONE: Record<string, (submission: Doc) => boolean> = {
  'take it': ({ owner }) => Boolean(owner),
  'mark it as spam': ({ quarantined }) => quarantined === true,
  'save “Scheduled”': ({ status }) => status === 'scheduled',
  'save a note': () => false,
};

const findAction = (name: string): UserAction => {
  const action = SUBMISSION.actions.find((candidate) => candidate.name === name);
  if (!action) throw new Error(`There is no action “${name}”.`);
  return action;
};

const waitForText = (page: Page, text: RegExp) => page.getByText(text).first().waitFor();

const readUpdatedAt = async (id: string) => (await readSubmission(id)).updatedAt;

const ACTION_NAMES = ['take it', 'save a note'];
const ACTION_PAIRS = [
  ['take it', 'save “Scheduled”'],
  ['save a note', 'mark it as spam'],
];

describe('two coordinators have the same submission open', () => {
  it.each(ACTION_PAIRS)(
    'rejects the second write: one does “%s”, the other “%s”',
    async (first = '', second = '') => {
      const submission = await sendSubmission();
      const [sam, kim] = [
        await openSubmissionAs('lead', submission),
        await openSubmissionAs('coordinator', submission),
      ];
      await findAction(second).prepare?.(kim, NOTE);
      await findAction(first).prepare?.(sam, NOTE);
      const before = await readUpdatedAt(submission.id);
      await findAction(first).press(sam, submission, NOTE);
      await poll(() => readUpdatedAt(submission.id)).not.toBe(before);
      const between = await readSubmission(submission.id);

      await findAction(second).press(kim, submission, NOTE);
      await waitForText(kim, /changed this after you opened it .*Nothing of yours was saved/);
      expect(await readSubmission(submission.id)).toEqual(between);
      expect(IS_DONE[second]?.(between)).toBe(false);
      if (second === 'save a note')
        expect(await kim.locator('#field-note').inputValue()).toBe(NOTE);

      // The page shows the first change, so the second write succeeds.
      await poll(() => kim.getByRole('button', { name: 'Save' }).count()).toBe(1);
      const timeline = kim.getByRole('region', { name: 'Timeline' });
      await poll(() => timeline.locator('li').count()).toBeGreaterThan(1);
      await findAction(second).press(kim, submission, NOTE);
      await poll(() => readUpdatedAt(submission.id)).not.toBe(between.updatedAt);
      const after = await readSubmission(submission.id);
      for (const name of [first, second]) {
        if (name !== 'save a note') expect(IS_DONE[name]?.(after)).toBe(true);
      }
    },
  );
});

describe('a visitor withdraws while a coordinator has the submission open', () => {
  it.each(ACTION_NAMES)('rejects “%s”', async (name) => {
    const submission = await sendSubmission();
    const page = await openSubmissionAs('coordinator', submission);
    await findAction(name).prepare?.(page, NOTE);
    expect(await withdraw(submission)).toBe(200);
    const between = await readSubmission(submission.id);
    expect(between).toMatchObject({ status: 'closed', closedReason: 'withdrawn' });

    await findAction(name).press(page, submission, NOTE);
    await waitForText(page, /changed this after you opened it/);
    expect(await readSubmission(submission.id)).toEqual(between);
    await page.getByRole('heading', { name: 'They took this request back' }).waitFor();
    expect(await page.locator('a[href^="tel:"]').count()).toBe(0);
    if (name === 'save a note') expect(await page.locator('#field-note').inputValue()).toBe(NOTE);
  });
});

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
