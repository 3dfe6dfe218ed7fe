import { beforeAll, describe, expect, it } from 'vitest';
import { SUBMISSION_KINDS, type SubmissionKind } from '#domain/submission-kinds.ts';
import {
  body,
  choose,
  fillCallout,
  fillCallToAction,
  fillSummary,
  insertBlock,
  livePreview,
  newArticle,
  openRequest,
  publish,
  REQUESTS,
  said,
  signIn,
  typeHeading,
  typeParagraph,
} from '#tests/helpers/admin.ts';
import type { Found } from '#tests/helpers/answers.ts';
import { DESK, newVisitor, site, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';
import { as } from '#tests/helpers/colleague.ts';
import {
  atFirst,
  chooseTime,
  expectNothingWritten,
  fill,
  formOn,
  mended,
  receiptOn,
  standing,
  submit,
  type Visitor,
  visitorFor,
} from '#tests/helpers/visitors.ts';

/** The whole main job, from an empty page in the admin to the coordinator's list. */
const TITLE = 'When evenings are the hard part';
const ADDRESS = '/articles/when-evenings-are-the-hard-part';
const SUMMARY = 'What a program by day leaves for the evening, and what helps then.';
const HEADING = 'The hours after six';
const TEXT = 'Plan the evening before it comes. Write it down.';
const CALLOUT = { heading: 'Not alone tonight', text: 'Call someone before it is late.' };

const CALL = 'Would you like someone to call you?';
const TIME = 'A 15-minute call, when it suits you';

let id: string;

it('an editor composes an article from blocks, previews it, and publishes it', async () => {
  const page = await newVisitor(DESK);
  await signIn(page, 'editor@example.org', site.password);
  id = await newArticle(page, TITLE);
  await fillSummary(page, SUMMARY);
  await choose(page, 'authors', 'Sample Writer One');
  await choose(page, 'stages', 'Intensive outpatient program');
  await typeHeading(page, HEADING);
  await typeParagraph(page, TEXT);
  await insertBlock(page, 'Treatment pathway', 'treatment-pathway');
  await fillCallout(await insertBlock(page, 'Callout', 'callout'), CALLOUT);
  await insertBlock(page, 'Related articles', 'related-articles');
  const call = await insertBlock(page, 'Call to action', 'call-to-action');
  await fillCallToAction(call, { heading: CALL, show: 'form' });
  const time = await insertBlock(page, 'Call to action', 'call-to-action');
  await fillCallToAction(time, { heading: TIME, show: 'panel' });
  expect(await body(page).textContent()).toContain(TEXT);

  // The draft saves itself; readers see nothing of it.
  const draft = async () =>
    JSON.stringify(await as('editor', 'GET', `/articles/${id}?draft=true&depth=0`));
  const times = '/calls-to-action?where[kind][equals]=schedule-call';
  const { docs } = await as<Found>('editor', 'GET', times);
  await expect.poll(draft, { timeout: 60_000 }).toContain(docs[0]?.id);
  expect(await draft()).toContain(CALLOUT.text);
  expect((await fetch(`${site.url}${ADDRESS}`)).status).toBe(404);

  const preview = await livePreview(page);
  await preview.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
  await preview.getByText(TEXT).waitFor();
  await preview.getByRole('heading', { name: CALLOUT.heading }).waitFor();
  await page.locator('#live-preview-toggler').click();

  await publish(page);
  await expect.poll(async () => (await fetch(`${site.url}${ADDRESS}`)).status).toBe(200);
});

const visitors = {} as Record<SubmissionKind, Visitor>;
const references = {} as Record<SubmissionKind, string>;

beforeAll(() => {
  for (const kind of SUBMISSION_KINDS) visitors[kind] = visitorFor(kind);
});

describe('a visitor without scripts', () => {
  it('reads it', async () => {
    const page = await newVisitor(WITHOUT_SCRIPTS);
    await page.goto('/articles');
    await page.getByRole('link', { name: TITLE }).click();
    await page.waitForURL(`**${ADDRESS}`);
    const main = page.getByRole('main');
    expect(await main.getByRole('heading', { level: 1 }).textContent()).toBe(TITLE);
    await main.getByRole('heading', { level: 2, name: HEADING }).waitFor();
    await main.getByText(TEXT).waitFor();
    await main.getByText(CALLOUT.text).waitFor();
    const stations = main.locator('ol > li').filter({ has: page.locator('a[href^="/stages/"]') });
    expect(await stations.count()).toBe(5);
    const here = main.locator('[aria-current="step"]');
    expect(await here.textContent()).toContain('Intensive outpatient program');
    const related = main.locator('section', {
      has: page.getByRole('heading', { name: 'Read on' }),
    });
    expect(await related.getByRole('link').count()).toBeGreaterThan(2);
    for (const line of ['tel:911', 'tel:988']) {
      expect(await main.locator(`form a[href="${line}"]`).count()).toBeGreaterThan(0);
    }
  });

  it.each(SUBMISSION_KINDS)('sends %s, with a mistake first', async (kind) => {
    const one = visitors[kind];
    const page = await newVisitor(WITHOUT_SCRIPTS);
    await page.goto(ADDRESS);
    // Where the form is in the page it is filled in there; a panel leads to its own page.
    if (kind === 'schedule-call') {
      await page.getByRole('main').getByRole('link', { name: 'Choose a time' }).first().click();
    } else if (kind !== 'request-call') {
      await page.goto(`/requests/${kind}?from=${ADDRESS}`);
    }
    const form = formOn(page, kind);
    await fill(form, atFirst(one));
    if (kind === 'text-info') await form.locator('input[name=consent]').check();
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      submit(form),
    ]);
    expect(answer.status()).toBe(422);
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await form.locator('[data-error-for]:visible').allTextContents()).toEqual([one.told]);
    expect(await standing(form, one.fields)).toEqual(atFirst(one));
    await fill(form, mended(one));
    if (kind === 'schedule-call') one.stored.slot = await chooseTime(form);
    await submit(form);
    references[kind] = await receiptOn(page, one);
  });
});

it('a coordinator finds the five requests, with every value as it was typed', async () => {
  const page = await newVisitor(DESK);
  await signIn(page, 'coordinator@example.org', site.password);
  for (const kind of SUBMISSION_KINDS) {
    const { stored } = visitors[kind];
    await page.goto(REQUESTS);
    const row = page.locator('tr', { hasText: references[kind] });
    expect(await row.textContent()).toContain(stored.phone);
    await openRequest(page, references[kind]);
    for (const [label, value] of [
      ['Name', stored.name],
      ['Contact wishes', stored.contactWishes],
      ['Phone', stored.phone],
      ['Email', stored.email],
      ['Message', stored.message],
    ] as const) {
      if (value) expect(await said(page, label).textContent()).toContain(value);
      else expect(await said(page, label).count()).toBe(0);
    }
    const { docs } = await as<Found>(
      'coordinator',
      'GET',
      `/form-submissions?where[reference][equals]=${references[kind]}&depth=0`,
    );
    expect(docs).toMatchObject([{ ...stored, page: ADDRESS }]);
  }
  expect(await said(page, 'Message').first().textContent()).toContain(
    visitors['let-us-help'].fields['Your message'],
  );
});

it('the editor can see none of them', async () => {
  for (const path of ['form-submissions', 'submission-events', 'consent-records']) {
    await expect(as('editor', 'GET', `/${path}`)).rejects.toThrow(/403/);
  }
  const page = await newVisitor(DESK);
  await signIn(page, 'editor@example.org', site.password);
  const seen: Promise<string>[] = [];
  page.on('response', (response) => seen.push(response.text().catch(() => '')));
  expect(await page.locator(`a[href$="${REQUESTS}"]`).count()).toBe(0);
  const { docs } = await as<Found>('coordinator', 'GET', '/form-submissions?limit=1&depth=0');
  for (const address of [REQUESTS, `${REQUESTS}/${docs[0]?.id}`]) {
    await page.goto(address, { waitUntil: 'networkidle' });
    seen.push(Promise.resolve(await page.content()));
  }
  const texts = await Promise.all(seen);
  for (const kind of SUBMISSION_KINDS) {
    for (const text of texts) {
      expect(text).not.toContain(references[kind]);
      expect(text).not.toContain(visitors[kind].stored.phone);
    }
  }
});

it('nothing that was typed is in the output of the server', () =>
  expectNothingWritten(Object.values(visitors)));
