import type { Page } from 'playwright-core';
import { SUBMISSION_KINDS } from '#domain/submission-kinds.ts';
import { EXPLAINER } from './addresses.ts';
import { fill, formOn, submit, visitorFor } from './visitors.ts';

/** How a visitor comes to see a page. */
export type Arrive = (page: Page) => Promise<unknown>;

const at =
  (path: string): Arrive =>
  (page) =>
    page.goto(path);

const sendWithErrors = async (page: Page, kind: string) => {
  const form = formOn(page, kind);
  await submit(form);
  await form.getByRole('heading', { name: 'There is a problem' }).waitFor();
};

const withErrors =
  (kind: string): Arrive =>
  async (page) => {
    await page.goto(`/requests/${kind}`);
    await sendWithErrors(page, kind);
  };

/** No other visitor has it, and no other worker: what is taken back marks all that came from there. */
export const OWN_NUMBER = `(917) 555-018${process.env.VITEST_POOL_ID}`;

const toReceipt: Arrive = async (page) => {
  await page.goto('/requests/request-call');
  const form = formOn(page, 'request-call');
  await fill(form, { ...visitorFor('request-call').fields, 'Phone number': OWN_NUMBER });
  await submit(form);
  await page.getByRole('heading', { name: 'Thank you. We have your request' }).waitFor();
};

const toWithdrawal: Arrive = async (page) => {
  await toReceipt(page);
  await page.getByRole('link', { name: 'take your request back' }).click();
  await page.getByRole('heading', { name: 'Do you want to take your request back?' }).waitFor();
};

const toWithdrawn: Arrive = async (page) => {
  await toWithdrawal(page);
  await page.getByRole('button', { name: 'Yes, take it back' }).click();
  await page.getByRole('heading', { name: 'Your request is taken back' }).waitFor();
};

export const toExplainer: Arrive = at(EXPLAINER);

const toSecondStep: Arrive = async (page) => {
  await toExplainer(page);
  const form = formOn(page, 'schedule-call');
  await fill(form, { 'Your name': 'A visitor', 'Email address': 'visitor@mail.example' });
  await submit(form);
  await page.waitForURL('**/requests/schedule-call?from=*');
};

/** Each kind of page that visitors meet, by the name of its picture. */
export const PAGE_KINDS: Record<string, Arrive> = {
  home: at('/'),
  articles: at('/articles'),
  'articles-narrowed': at('/articles?stage=supervised-detox'),
  article: toExplainer,
  stages: at('/stages'),
  stage: at('/stages/supervised-detox'),
  topic: at('/topics/kinds-of-care'),
  person: at('/people/sample-writer-one'),
  search: at('/search?q=detox'),
  'search-nothing': at('/search?q=nothingofthiskind'),
  page: at('/editorial-policy'),
  ...Object.fromEntries(SUBMISSION_KINDS.map((kind) => [kind, at(`/requests/${kind}`)])),
  ...Object.fromEntries(SUBMISSION_KINDS.map((kind) => [`${kind}-errors`, withErrors(kind)])),
  receipt: toReceipt,
  withdrawal: toWithdrawal,
  withdrawn: toWithdrawn,
  missing: at('/nothing'),
};

/** What stands further down in the explainer than its picture goes, by the name of its own and its heading. */
export const ARTICLE_PARTS: Record<string, string> = {
  questions: 'Questions people ask before the first day',
  pathway: 'Where an IOP stands on the way',
  related: 'Read on',
  invitation: 'Would you rather meet someone?',
  sources: 'Sources',
};

/** What becomes of a page as visitors use it, where the page itself has its picture above. */
export const PAGE_STATES: Record<string, Arrive> = {
  'an article with all that opens open': async (page) => {
    await toExplainer(page);
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
  },
  'an article with the errors of its forms': async (page) => {
    await toExplainer(page);
    for (const kind of ['request-call', 'text-info']) await sendWithErrors(page, kind);
  },
  'the second step of a form': toSecondStep,
  'the second step of a form with its errors': async (page) => {
    await toSecondStep(page);
    await sendWithErrors(page, 'schedule-call');
  },
};

/** Those that visitors meet while nobody can make a page for them. */
export const PAGE_KINDS_AWAY: Record<string, Arrive> = {
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
