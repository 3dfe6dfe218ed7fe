import { describe, expect, it } from 'vitest';
import { axeProblemsOn, LIGHT_AND_DARK } from '#tests/helpers/axe-in-browser.ts';
import { blockSiteScript, DESKTOP, newPage } from '#tests/helpers/browser.ts';
import { htmlErrors } from '#tests/helpers/html-errors.ts';
import { PAGE_STATES } from '#tests/helpers/page-kinds.ts';
import { FORM_PAGES } from '#tests/helpers/site-paths.ts';

describe('has no accessibility problems, light or dark', () => {
  it.each(Object.entries(PAGE_STATES))('%s; also has valid HTML', async (_, openPage) => {
    const page = await newPage();
    await openPage(page);
    expect(await axeProblemsOn(page)).toEqual([]);
    expect(await htmlErrors(await page.content())).toEqual([]);
  });

  it('/gallery', async () => {
    const page = await newPage(DESKTOP);
    await page.goto('/gallery');
    // A sticky bar among the examples covers parts of the others.
    expect(
      await axeProblemsOn(page, LIGHT_AND_DARK, { 'target-size': { enabled: false } }),
    ).toEqual([]);
  });

  it.each(FORM_PAGES)('%s with all its errors, without our script', async (path) => {
    const page = await newPage();
    // Scripts stay enabled, because axe is one.
    await blockSiteScript(page);
    await page.goto(path);
    await page.locator('form[data-request] button[type=submit]').click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await axeProblemsOn(page)).toEqual([]);
  });
});
