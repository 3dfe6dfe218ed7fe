import { describe, expect, it } from 'vitest';
import { withdrawalPath } from '#domain/site-paths.ts';
import { FIRST_STEP } from '#forms/form-values.ts';
import { site } from '#tests/helpers/browser.ts';
import { htmlErrors } from '#tests/helpers/html-errors.ts';
import { UNIQUE_PHONE_NUMBER } from '#tests/helpers/page-kinds.ts';
import { postForm } from '#tests/helpers/post-submission.ts';
import {
  FORM_PAGES,
  listCacheablePages,
  listPublishedPages,
  MISSING_PAGES,
} from '#tests/helpers/site-paths.ts';

const SEARCHES = [
  '/search',
  '/search?q=detox&stage=supervised-detox',
  '/search?q=i+want+to+die',
  '/search?q=nothingofthiskind&topic=medication',
];

const shared = await listCacheablePages();
const published = await listPublishedPages();
const pages = [
  ...new Set([...published, ...shared, ...SEARCHES, ...FORM_PAGES, ...MISSING_PAGES, '/gallery']),
];

const errorsAt = async (path: string, init?: RequestInit): Promise<string[]> =>
  htmlErrors(await (await fetch(`${site.url}${path}`, init)).text());

it('the validator reports an error', async () => {
  expect(
    await htmlErrors('<!doctype html><html><body><p><div></div></p></body></html>'),
  ).not.toEqual([]);
});

it('every page in the site index is checked', () => {
  const indexed = shared.filter((path) => !path.startsWith('/search'));
  expect(published).toEqual(expect.arrayContaining(indexed));
});

describe('has valid HTML', () => {
  it.each(pages)('%s', async (path) => {
    expect(await errorsAt(path)).toEqual([]);
  });

  it.each(FORM_PAGES)('%s with all its errors', async (path) => {
    const { status, body } = await postForm(path.replace('/requests/', ''), {});
    expect(status).toBe(422);
    expect(await htmlErrors(body)).toEqual([]);
  });

  it.each([
    ['after the first one', { step: FIRST_STEP }, 200],
    ['with its errors', {}, 422],
  ])('the second step of a form, %s', async (_, step, expected) => {
    const contact = { name: 'A visitor', email: 'visitor@mail.example' };
    const { status, body } = await postForm('schedule-call', { ...contact, ...step });
    expect(status).toBe(expected);
    expect(await htmlErrors(body)).toEqual([]);
  });

  it('a receipt, and the pages before and after its withdrawal', async () => {
    const { headers } = await postForm('request-call', {
      name: 'A visitor',
      phone: UNIQUE_PHONE_NUMBER,
    });
    const receipt = headers.get('location') ?? '';
    expect(receipt).toMatch(/^\/requests\/received\/./);
    const withdrawal = withdrawalPath(receipt.split('/').at(-1) ?? '');
    expect(await errorsAt(receipt)).toEqual([]);
    expect(await errorsAt(withdrawal)).toEqual([]);
    expect(await errorsAt(withdrawal, { method: 'POST', body: new URLSearchParams() })).toEqual([]);
  });
});
