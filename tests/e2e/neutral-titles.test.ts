import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORM_PAGES, MISSING_PAGES, sharedPages } from '#tests/helpers/addresses.ts';
import { newVisitor, site } from '#tests/helpers/browser.ts';
import { as } from '#tests/helpers/colleague.ts';
import { postForm } from '#tests/helpers/post.ts';
import { formOn, submit } from '#tests/helpers/visitors.ts';

const pages = [...(await sharedPages()), ...FORM_PAGES, ...MISSING_PAGES];

/** Longer, and it does not come at all. */
const PATIENCE = { timeout: 20_000 };

const set = (on: boolean) =>
  as('admin', 'POST', '/globals/site', { neutral: { on, title: 'My notes' } });

/** What a tab shows of a page. */
const tabOf = (html: string) => {
  const { document } = new JSDOM(html).window;
  return [document.title, document.querySelector('link[rel=icon]')?.getAttribute('href')];
};

const tabAt = async (path: string) => tabOf(await (await fetch(`${site.url}${path}`)).text());

describe('where the publisher wants titles that tell nothing', () => {
  beforeAll(async () => {
    // Kept before, as on any day.
    for (const path of pages) await fetch(`${site.url}${path}`);
    await set(true);
  });

  it.each(pages)('the tab of %s is like any other', async (path) => {
    await expect.poll(() => tabAt(path), PATIENCE).toEqual(['My notes', '/plain.svg']);
  });

  it('a form says all the same that there is something to mend, and nothing more', async () => {
    const { status, body } = await postForm('let-us-help', {});
    expect([status, ...tabOf(body)]).toEqual([422, 'Error: My notes', '/plain.svg']);
    const page = await newVisitor();
    await page.goto('/requests/let-us-help');
    await submit(formOn(page, 'let-us-help'));
    await expect.poll(() => page.title(), PATIENCE).toBe('Error: My notes');
  });

  it('there is a plain icon', async () => {
    const { status, headers } = await fetch(`${site.url}/plain.svg`);
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  });

  afterAll(() => set(false));
});

it('otherwise a page has its own', async () => {
  await expect
    .poll(() => tabAt('/articles'), PATIENCE)
    .toEqual(['Articles · Throughcare', '/favicon.svg']);
});
