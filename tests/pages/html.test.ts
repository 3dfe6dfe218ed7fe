import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { FORM_PAGES, MISSING_PAGES, sharedPages } from '#tests/helpers/addresses.ts';
import { site } from '#tests/helpers/browser.ts';

/** What the standard of HTML says, and no taste beside it. */
const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });

async function errorsOf(answer: Response): Promise<string[]> {
  const { results } = await validator.validateString(await answer.text());
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
}

it('what is wrong is found', async () => {
  const wrong = new Response('<!doctype html><html><body><p><div></div></p></body></html>');
  expect(await errorsOf(wrong)).not.toEqual([]);
});

const pages = [...(await sharedPages()), ...FORM_PAGES, ...MISSING_PAGES, '/gallery'];

describe('no page has an error in its HTML', () => {
  it.each(pages)('%s', async (path) => {
    expect(await errorsOf(await fetch(`${site.url}${path}`))).toEqual([]);
  });

  it.each(FORM_PAGES)('%s with all its errors', async (path) => {
    const answer = await fetch(`${site.url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: site.url },
    });
    expect(answer.status).toBe(422);
    expect(await errorsOf(answer)).toEqual([]);
  });
});
