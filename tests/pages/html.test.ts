import { describe, expect, it } from 'vitest';
import { withdrawalPath } from '#domain/addresses.ts';
import { FIRST_STEP } from '#forms/typed.ts';
import {
  FORM_PAGES,
  MISSING_PAGES,
  publishedPages,
  sharedPages,
} from '#tests/helpers/addresses.ts';
import { site } from '#tests/helpers/browser.ts';
import { htmlErrors } from '#tests/helpers/html-errors.ts';
import { OWN_NUMBER } from '#tests/helpers/page-kinds.ts';
import { postForm } from '#tests/helpers/post.ts';

const SEARCHES = [
  '/search',
  '/search?q=detox&stage=supervised-detox',
  '/search?q=i+want+to+die',
  '/search?q=nothingofthiskind&topic=medication',
];

const shared = await sharedPages();
const published = await publishedPages();
const pages = [
  ...new Set([...published, ...shared, ...SEARCHES, ...FORM_PAGES, ...MISSING_PAGES, '/gallery']),
];

const errorsAt = async (path: string, init?: RequestInit): Promise<string[]> =>
  htmlErrors(await (await fetch(`${site.url}${path}`, init)).text());

it('what is wrong is found', async () => {
  expect(
    await htmlErrors('<!doctype html><html><body><p><div></div></p></body></html>'),
  ).not.toEqual([]);
});

it('every page that the site tells caches of is looked at', () => {
  const ownAndDocuments = shared.filter((path) => !path.startsWith('/search'));
  expect(published).toEqual(expect.arrayContaining(ownAndDocuments));
});

describe('no page has an error in its HTML', () => {
  it.each(pages)('%s', async (path) => {
    expect(await errorsAt(path)).toEqual([]);
  });

  it.each(FORM_PAGES)('%s with all its errors', async (path) => {
    const { status, body } = await postForm(path.replace('/requests/', ''), {});
    expect(status).toBe(422);
    expect(await htmlErrors(body)).toEqual([]);
  });

  it.each([
    ['as the first leads to it', { step: FIRST_STEP }, 200],
    ['with what is missing there', {}, 422],
  ])('the second step of a form, %s', async (_, step, expected) => {
    const contact = { name: 'A visitor', email: 'visitor@mail.example' };
    const { status, body } = await postForm('schedule-call', { ...contact, ...step });
    expect(status).toBe(expected);
    expect(await htmlErrors(body)).toEqual([]);
  });

  it('a receipt, and the request taken back: asked, and done', async () => {
    const { headers } = await postForm('request-call', { name: 'A visitor', phone: OWN_NUMBER });
    const receipt = headers.get('location') ?? '';
    expect(receipt).toMatch(/^\/requests\/received\/./);
    const back = withdrawalPath(receipt.split('/').at(-1) ?? '');
    expect(await errorsAt(receipt)).toEqual([]);
    expect(await errorsAt(back)).toEqual([]);
    expect(await errorsAt(back, { method: 'POST', body: new URLSearchParams() })).toEqual([]);
  });
});
