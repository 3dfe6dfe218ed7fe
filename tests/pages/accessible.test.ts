import { describe, expect, it } from 'vitest';
import { EXPLAINER, FORM_PAGES, sharedPages } from '#tests/helpers/addresses.ts';
import { axeProblemsOn, IN_LIGHT, LOOKS } from '#tests/helpers/axe-in-browser.ts';
import { DESK, newVisitor, withoutOurScript } from '#tests/helpers/browser.ts';
import { htmlErrors } from '#tests/helpers/html-errors.ts';
import { PAGE_KINDS, PAGE_STATES } from '#tests/helpers/page-kinds.ts';

const articles = (await sharedPages()).filter((path) => path.startsWith('/articles/'));

describe('axe finds nothing, light or dark', () => {
  it.each(Object.entries(PAGE_KINDS))('%s', async (_, arrive) => {
    const page = await newVisitor();
    await arrive(page);
    expect(await axeProblemsOn(page)).toEqual([]);
  });

  it.each(Object.entries(PAGE_STATES))('%s; and its HTML has no error', async (_, arrive) => {
    const page = await newVisitor();
    await arrive(page);
    expect(await axeProblemsOn(page)).toEqual([]);
    expect(await htmlErrors(await page.content())).toEqual([]);
  });

  it('/gallery', async () => {
    const page = await newVisitor(DESK);
    await page.goto('/gallery');
    // A bar of the gallery stays in front of what is not its page.
    expect(await axeProblemsOn(page, LOOKS, { 'target-size': { enabled: false } })).toEqual([]);
  });

  it.each(FORM_PAGES)('%s with all its errors, without our script', async (path) => {
    const page = await newVisitor();
    // axe is a script: it is our own that has to be away.
    await withoutOurScript(page);
    await page.goto(path);
    await page.locator('form[data-request] button[type=submit]').click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await axeProblemsOn(page)).toEqual([]);
  });
});

// The explainer is looked at in the dark as well, above: no other article brings colors of its own.
describe('axe finds nothing on any other article, light', () => {
  it.each(articles.filter((path) => path !== EXPLAINER))('%s', async (path) => {
    const page = await newVisitor();
    await page.goto(path);
    expect(await axeProblemsOn(page, [IN_LIGHT])).toEqual([]);
  });
});
