import type { Page } from 'playwright-core';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import { CONTENT_PAGE_PATHS, EXPLAINER } from './page-paths.ts';
import { clickSubmit, createVisitor, fillFields, findForm } from './visitors.ts';

/** Opens a page as a visitor would, and waits until it is shown. */
export type OpenPage = (page: Page) => Promise<unknown>;

const openPath =
  (path: string): OpenPage =>
  (page) =>
    page.goto(path);

const sendWithErrors = async (page: Page, kind: string) => {
  const form = findForm(page, kind);
  await clickSubmit(form);
  await form.getByRole('heading', { name: 'There is a problem' }).waitFor();
};

const withErrors =
  (kind: string): OpenPage =>
  async (page) => {
    await page.goto(`/requests/${kind}`);
    await sendWithErrors(page, kind);
  };

/** Used by no other visitor or test worker: a withdrawal flags all submissions with the same number. */
export const UNIQUE_PHONE_NUMBER = `(917) 555-018${process.env.VITEST_POOL_ID}`;

const openReceipt: OpenPage = async (page) => {
  await page.goto('/requests/request-call');
  const form = findForm(page, 'request-call');
  await fillFields(form, {
    ...createVisitor('request-call').fields,
    'Phone number': UNIQUE_PHONE_NUMBER,
  });
  await clickSubmit(form);
  await page.getByRole('heading', { name: 'Thank you. We have your request' }).waitFor();
};

const openWithdrawal: OpenPage = async (page) => {
  await openReceipt(page);
  await page.getByRole('link', { name: 'take your request back' }).click();
  await page.getByRole('heading', { name: 'Do you want to take your request back?' }).waitFor();
};

const openWithdrawn: OpenPage = async (page) => {
  await openWithdrawal(page);
  await page.getByRole('button', { name: 'Yes, take it back' }).click();
  await page.getByRole('heading', { name: 'Your request is taken back' }).waitFor();
};

export const openExplainer: OpenPage = openPath(EXPLAINER);

const openSecondStep: OpenPage = async (page) => {
  await openExplainer(page);
  const form = findForm(page, 'schedule-call');
  await fillFields(form, { 'Your name': 'A visitor', 'Email address': 'visitor@mail.example' });
  await clickSubmit(form);
  await page.waitForURL('**/requests/schedule-call?from=*');
};

/** Each kind of page that visitors read, by the name of its reference pictures. */
export const CONTENT_PAGE_KINDS: Record<string, OpenPage> = Object.fromEntries(
  Object.entries(CONTENT_PAGE_PATHS).map(([kind, path]) => [kind, openPath(path)]),
);

/** Each kind of page by which visitors send a request or take it back, by the name of its reference pictures. */
export const FORM_PAGE_KINDS: Record<string, OpenPage> = {
  ...Object.fromEntries(SUBMISSION_KINDS.map((kind) => [kind, openPath(`/requests/${kind}`)])),
  ...Object.fromEntries(SUBMISSION_KINDS.map((kind) => [`${kind}-errors`, withErrors(kind)])),
  receipt: openReceipt,
  withdrawal: openWithdrawal,
  withdrawn: openWithdrawn,
};

/** Each kind of page that the site renders. */
export const PAGE_KINDS = { ...CONTENT_PAGE_KINDS, ...FORM_PAGE_KINDS };

/** Headings of sections below the cut-off of the explainer's picture, by the names of their own pictures. */
export const ARTICLE_PARTS: Record<string, string> = {
  questions: 'Questions people ask before the first day',
  pathway: 'Where an IOP stands on the way',
  related: 'Read on',
  invitation: 'Would you rather meet someone?',
  sources: 'Sources',
};

/** States that visitors bring a page into; they have no reference pictures. */
export const PAGE_STATES: Record<string, OpenPage> = {
  'an article with all details open': async (page) => {
    await openExplainer(page);
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
  },
  'an article with errors in its forms': async (page) => {
    await openExplainer(page);
    for (const kind of ['request-call', 'text-info']) await sendWithErrors(page, kind);
  },
  'the second step of a form': openSecondStep,
  'the second step of a form with errors': async (page) => {
    await openSecondStep(page);
    await sendWithErrors(page, 'schedule-call');
  },
};

/** Pages that the edge serves while the web process is unavailable. */
export const UNAVAILABLE_PAGE_KINDS: Record<string, OpenPage> = {
  unavailable: async (page) => {
    await page.goto('/requests/request-call');
    await page.getByRole('heading', { name: 'We cannot show this page right now' }).waitFor();
  },
  unsent: async (page) => {
    await page.goto('/');
    await page.evaluate(() => {
      const form = Object.assign(document.createElement('form'), { method: 'post' });
      form.action = '/requests/request-call';
      for (const [name, value] of [
        ['name', 'A visitor'],
        ['phone', '212 555 0123'],
      ] as const) {
        form.append(Object.assign(document.createElement('input'), { name, value }));
      }
      document.body.append(form);
      form.submit();
    });
    await page.getByRole('heading', { name: 'We could not take your request yet' }).waitFor();
  },
};
