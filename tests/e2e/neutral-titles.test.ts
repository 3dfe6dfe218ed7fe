import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPage, site } from '#tests/helpers/browser.ts';
import { postForm } from '#tests/helpers/post-submission.ts';
import { restAs } from '#tests/helpers/rest-as-role.ts';
import { FORM_PAGES, listCacheablePages, MISSING_PAGES } from '#tests/helpers/site-paths.ts';
import { clickSubmit, findForm } from '#tests/helpers/visitors.ts';

const pages = [...(await listCacheablePages()), ...FORM_PAGES, ...MISSING_PAGES];

/** Longest wait for the purge of a changed page. */
const TIMEOUT = { timeout: 20_000 };

const setNeutralTitles = (on: boolean) =>
  restAs('admin', 'POST', '/globals/site', { neutral: { on, title: 'My notes' } });

/** Returns what a browser tab shows of a page: its title, and the URL of its icon. */
const readTab = (html: string) => {
  const { document } = new JSDOM(html).window;
  return [document.title, document.querySelector('link[rel=icon]')?.getAttribute('href')];
};

const fetchTab = async (path: string) => readTab(await (await fetch(`${site.url}${path}`)).text());

describe('with neutral titles', () => {
  beforeAll(async () => {
    // Caches the pages before the change.
    for (const path of pages) await fetch(`${site.url}${path}`);
    await setNeutralTitles(true);
  });

  it.each(pages)('shows the neutral title and icon in the tab of %s', async (path) => {
    await expect.poll(() => fetchTab(path), TIMEOUT).toEqual(['My notes', '/plain.svg']);
  });

  it('adds only “Error” to the title of a form with errors', async () => {
    const { status, body } = await postForm('let-us-help', {});
    expect([status, ...readTab(body)]).toEqual([422, 'Error: My notes', '/plain.svg']);
    const page = await newPage();
    await page.goto('/requests/let-us-help');
    await clickSubmit(findForm(page, 'let-us-help'));
    await expect.poll(() => page.title(), TIMEOUT).toBe('Error: My notes');
  });

  it('serves the neutral icon', async () => {
    const { status, headers } = await fetch(`${site.url}/plain.svg`);
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  });

  afterAll(() => setNeutralTitles(false));
});

it("shows a page's own title and icon without neutral titles", async () => {
  await expect
    .poll(() => fetchTab('/articles'), TIMEOUT)
    .toEqual(['Articles · Throughcare', '/favicon.svg']);
});
