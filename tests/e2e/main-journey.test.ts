import { beforeAll, describe, expect, it } from 'vitest';
import { SUBMISSION_KINDS, type SubmissionKind } from '#domain/submission-kinds.ts';
import {
  bodyEditor,
  createArticle,
  fillCallout,
  fillCallToAction,
  fillSummary,
  insertBlock,
  openLivePreview,
  openSubmission,
  publishDocument,
  SUBMISSIONS_PATH,
  selectOption,
  signIn,
  summaryValue,
  typeHeading,
  typeParagraph,
} from '#tests/helpers/admin-pages.ts';
import { DESKTOP, newPage, site, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';
import { restAs } from '#tests/helpers/rest-as-role.ts';
import type { FindResult } from '#tests/helpers/rest-result-types.ts';
import {
  chooseTime,
  clickSubmit,
  correctedFields,
  createVisitor,
  expectNothingLogged,
  fieldsWithMistake,
  fillFields,
  findForm,
  readFields,
  readReference,
  type Visitor,
} from '#tests/helpers/visitors.ts';

// The main journey: an editor publishes an article, visitors send its forms, and a coordinator reads the submissions.

const TITLE = 'When evenings are the hard part';
const ARTICLE_PATH = '/articles/when-evenings-are-the-hard-part';
const SUMMARY = 'What a program by day leaves for the evening, and what helps then.';
const HEADING = 'The hours after six';
const TEXT = 'Plan the evening before it comes. Write it down.';
const CALLOUT = { heading: 'Not alone tonight', text: 'Call someone before it is late.' };

const CALL_HEADING = 'Would you like someone to call you?';
const MEETING_HEADING = 'A 15-minute call, when it suits you';

let articleId: string;

it('lets an editor compose an article from blocks, preview it, and publish it', async () => {
  const page = await newPage(DESKTOP);
  await signIn(page, 'editor@example.org', site.password);
  articleId = await createArticle(page, TITLE);
  await fillSummary(page, SUMMARY);
  await selectOption(page, 'authors', 'Sample Writer One');
  await selectOption(page, 'stages', 'Intensive outpatient program');
  await typeHeading(page, HEADING);
  await typeParagraph(page, TEXT);
  await insertBlock(page, 'Treatment pathway', 'treatment-pathway');
  await fillCallout(await insertBlock(page, 'Callout', 'callout'), CALLOUT);
  await insertBlock(page, 'Related articles', 'related-articles');
  const call = await insertBlock(page, 'Call to action', 'call-to-action');
  await fillCallToAction(call, { heading: CALL_HEADING, show: 'form' });
  const time = await insertBlock(page, 'Call to action', 'call-to-action');
  await fillCallToAction(time, { heading: MEETING_HEADING, show: 'panel' });
  expect(await bodyEditor(page).textContent()).toContain(TEXT);

  // The draft is saved automatically, and not public.
  const readDraft = async () =>
    JSON.stringify(await restAs('editor', 'GET', `/articles/${articleId}?draft=true&depth=0`));
  const query = '/calls-to-action?where[kind][equals]=schedule-call';
  const { docs } = await restAs<FindResult>('editor', 'GET', query);
  await expect.poll(readDraft, { timeout: 60_000 }).toContain(docs[0]?.id);
  expect(await readDraft()).toContain(CALLOUT.text);
  expect(await readDraft()).toContain('"show":"form"');
  expect((await fetch(`${site.url}${ARTICLE_PATH}`)).status).toBe(404);

  const preview = await openLivePreview(page);
  await preview.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
  await preview.getByText(TEXT).waitFor();
  await preview.getByRole('heading', { name: CALLOUT.heading }).waitFor();
  await page.locator('#live-preview-toggler').click();

  await publishDocument(page);
  await expect
    .poll(async () => (await fetch(`${site.url}${ARTICLE_PATH}`)).status, { timeout: 20_000 })
    .toBe(200);
});

const visitors = {} as Record<SubmissionKind, Visitor>;
const references = {} as Record<SubmissionKind, string>;

beforeAll(() => {
  for (const kind of SUBMISSION_KINDS) visitors[kind] = createVisitor(kind);
});

describe('a visitor without scripts', () => {
  it('reads the article', async () => {
    const page = await newPage(WITHOUT_SCRIPTS);
    await page.goto('/articles');
    await page.getByRole('link', { name: TITLE }).click();
    await page.waitForURL(`**${ARTICLE_PATH}`);
    const main = page.getByRole('main');
    expect(await main.getByRole('heading', { level: 1 }).textContent()).toBe(TITLE);
    await main.getByRole('heading', { level: 2, name: HEADING }).waitFor();
    await main.getByText(TEXT).waitFor();
    await main.getByText(CALLOUT.text).waitFor();
    const stages = main.locator('ol > li').filter({ has: page.locator('a[href^="/stages/"]') });
    expect(await stages.count()).toBe(5);
    const currentStage = main.locator('[aria-current="step"]');
    expect(await currentStage.textContent()).toContain('Intensive outpatient program');
    const related = main.locator('section', {
      has: page.getByRole('heading', { name: 'Read on' }),
    });
    expect(await related.getByRole('link').count()).toBeGreaterThan(2);
    for (const href of ['tel:911', 'tel:988']) {
      expect(await main.locator(`form a[href="${href}"]`).count()).toBeGreaterThan(0);
    }
  });

  it.each(SUBMISSION_KINDS)('sends %s after correcting a mistake', async (kind) => {
    const visitor = visitors[kind];
    const page = await newPage(WITHOUT_SCRIPTS);
    await page.goto(ARTICLE_PATH);
    // The article has one form in its text, and one panel that links to a form.
    if (kind === 'schedule-call') {
      await page.getByRole('main').getByRole('link', { name: 'Choose a time' }).first().click();
    } else if (kind !== 'request-call') {
      await page.goto(`/requests/${kind}?from=${ARTICLE_PATH}`);
    }
    const form = findForm(page, kind);
    await fillFields(form, fieldsWithMistake(visitor));
    if (kind === 'text-info') await form.locator('input[name=consent]').check();
    const [response] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      clickSubmit(form),
    ]);
    expect(response.status()).toBe(422);
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await form.locator('[data-error-for]:visible').allTextContents()).toEqual([
      visitor.errorMessage,
    ]);
    expect(await readFields(form, visitor.fields)).toEqual(fieldsWithMistake(visitor));
    await fillFields(form, correctedFields(visitor));
    if (kind === 'schedule-call') visitor.stored.slot = await chooseTime(form);
    await clickSubmit(form);
    references[kind] = await readReference(page, visitor);
  });
});

it('shows a coordinator the five submissions, with every value as it was typed', async () => {
  const page = await newPage(DESKTOP);
  await signIn(page, 'coordinator@example.org', site.password);
  for (const kind of SUBMISSION_KINDS) {
    const { stored } = visitors[kind];
    await page.goto(SUBMISSIONS_PATH);
    const row = page.locator('tr', { hasText: references[kind] });
    expect(await row.textContent()).toContain(stored.phone);
    await openSubmission(page, references[kind]);
    for (const [label, value] of [
      ['Name', stored.name],
      ['Contact wishes', stored.contactWishes],
      ['Phone', stored.phone],
      ['Email', stored.email],
      ['Message', stored.message],
    ] as const) {
      if (value) expect(await summaryValue(page, label).textContent()).toContain(value);
      else expect(await summaryValue(page, label).count()).toBe(0);
    }
    const { docs } = await restAs<FindResult>(
      'coordinator',
      'GET',
      `/form-submissions?where[reference][equals]=${references[kind]}&depth=0`,
    );
    expect(docs).toMatchObject([{ ...stored, page: ARTICLE_PATH }]);
  }
  expect(await summaryValue(page, 'Message').first().textContent()).toContain(
    visitors['let-us-help'].fields['Your message'],
  );
});

it('hides the submissions from the editor', async () => {
  for (const path of ['form-submissions', 'submission-events', 'consent-records']) {
    await expect(restAs('editor', 'GET', `/${path}`)).rejects.toThrow(/403/);
  }
  const page = await newPage(DESKTOP);
  await signIn(page, 'editor@example.org', site.password);
  const responseTexts: Promise<string>[] = [];
  page.on('response', (response) => responseTexts.push(response.text().catch(() => '')));
  expect(await page.locator(`a[href$="${SUBMISSIONS_PATH}"]`).count()).toBe(0);
  const { docs } = await restAs<FindResult>(
    'coordinator',
    'GET',
    '/form-submissions?limit=1&depth=0',
  );
  for (const path of [SUBMISSIONS_PATH, `${SUBMISSIONS_PATH}/${docs[0]?.id}`]) {
    await page.goto(path, { waitUntil: 'networkidle' });
    responseTexts.push(Promise.resolve(await page.content()));
  }
  const texts = await Promise.all(responseTexts);
  for (const kind of SUBMISSION_KINDS) {
    for (const text of texts) {
      expect(text).not.toContain(references[kind]);
      expect(text).not.toContain(visitors[kind].stored.phone);
    }
  }
});

it('logs nothing that visitors typed', () => expectNothingLogged(Object.values(visitors)));
