import { describe, expect, it } from 'vitest';
import { openSubmission, SUBMISSIONS_PATH, signIn } from '#tests/helpers/admin-pages.ts';
import { DESKTOP, newPage, site, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';
import {
  clickSubmit,
  createVisitor,
  fillFields,
  findSubmissions,
  openForm,
  readReference,
  type Visitor,
} from '#tests/helpers/visitors.ts';

const PROOF_WORKER_PATH = /\/assets\/proof-worker-\w+\.js$/;
const ADVERT_URL = 'https://advert.example/pills';

const createCaller = (): Visitor => createVisitor('request-call');

it('solves a proof of work while a visitor types, and sends it', async () => {
  const visitor = createCaller();
  const { page, form } = await openForm('request-call');
  const requestedPaths: string[] = [];
  page.on('request', (request) => requestedPaths.push(new URL(request.url()).pathname));
  // Focus alone does not load the worker; typing does.
  await form.getByLabel('Your name').focus();
  expect(requestedPaths.filter((path) => PROOF_WORKER_PATH.test(path))).toEqual([]);

  const start = performance.now();
  await fillFields(form, visitor.fields);
  await form.locator('input[name=proof]').waitFor({ state: 'attached' });
  console.log(`A proof of work took ${Math.round(performance.now() - start)} ms, typing included.`);
  expect(requestedPaths.filter((path) => PROOF_WORKER_PATH.test(path))).toHaveLength(1);
  expect(requestedPaths.filter((path) => path === '/api/challenge')).toHaveLength(1);

  const submitRequest = page.waitForRequest('**/api/requests');
  await clickSubmit(form);
  expect((await submitRequest).postDataJSON().signals).toEqual({
    rendered: expect.stringMatching(/^\w+\.[\w-]{43}$/),
    proof: expect.stringMatching(/^[\w+/]{200,}=*$/),
  });
  await readReference(page, visitor);
  expect(await findSubmissions(visitor)).toMatchObject([{ quarantined: false, suspicions: [] }]);
});

it('sends a form at once when the proof of work is not ready', async () => {
  const visitor = createCaller();
  const { page, form } = await openForm('request-call');
  // The challenge never arrives.
  await page.route('**/api/challenge', () => {});
  await fillFields(form, visitor.fields);
  const submitRequest = page.waitForRequest('**/api/requests');
  await clickSubmit(form);
  expect((await submitRequest).postDataJSON().signals.proof).toBeUndefined();
  await readReference(page, visitor);
  expect(await findSubmissions(visitor)).toMatchObject([{ quarantined: false }]);
});

it('does not mark a submission without scripts as spam, although it has no proof', async () => {
  const visitor = createCaller();
  const { page, form } = await openForm('request-call', WITHOUT_SCRIPTS);
  await fillFields(form, visitor.fields);
  await clickSubmit(form);
  await readReference(page, visitor);
  expect(await findSubmissions(visitor)).toMatchObject([{ quarantined: false, suspicions: [] }]);
});

describe.each([
  ['without scripts', WITHOUT_SCRIPTS],
  ['with scripts', {}],
] as const)('filling in the hidden field, %s', (_, options) => {
  it('leads to a receipt, and marks the submission as spam', async () => {
    const visitor = createCaller();
    const { page, form } = await openForm('request-call', options);
    await form.locator('input[name=website]').fill(ADVERT_URL);
    await fillFields(form, visitor.fields);
    const storage = await page.evaluate(() => JSON.stringify(sessionStorage));
    expect(storage).not.toContain('advert');
    await clickSubmit(form);
    const reference = await readReference(page, visitor);
    const [stored] = await findSubmissions(visitor);
    expect(stored).toMatchObject({ reference, status: 'new', quarantined: true });
    expect(stored?.suspicions).toContain('hidden-box');
    expect(JSON.stringify(stored)).not.toContain('advert');
  });
});

it('keeps the hidden field out of the tab order', async () => {
  const { page, form } = await openForm('request-call');
  await form.getByLabel('Your name').focus();
  const focused = new Set<string>();
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press('Tab');
    focused.add(await page.evaluate(() => document.activeElement?.getAttribute('name') ?? ''));
  }
  expect(focused).toContain('consent');
  expect(focused).not.toContain('website');
});

it('shows coordinators why a submission is marked as spam, and lets them clear and set the mark', async () => {
  const visitor = createCaller();
  const { page, form } = await openForm('request-call', WITHOUT_SCRIPTS);
  await form.locator('input[name=website]').fill(ADVERT_URL);
  await fillFields(form, visitor.fields);
  await clickSubmit(form);
  const reference = await readReference(page, visitor);

  const admin = await newPage(DESKTOP);
  await signIn(admin, 'coordinator@example.org', site.password);
  await admin.goto(SUBMISSIONS_PATH);
  const row = admin.locator('tbody tr', { hasText: reference });
  await row.getByText('Possible spam').waitFor();
  await openSubmission(admin, reference);
  const notice = admin.getByRole('region', { name: 'Possible spam' });
  await notice.getByText('A box that people cannot see was filled in.').waitFor();

  await notice.getByRole('button', { name: 'This is a real request' }).click();
  await notice.waitFor({ state: 'detached' });
  const timeline = admin.getByRole('region', { name: 'Timeline' });
  await timeline.getByText('A real request').waitFor();
  const readMarks = async () =>
    (await findSubmissions(visitor)).map(({ quarantined }) => quarantined);
  expect(await readMarks()).toEqual([false]);

  await admin.getByRole('button', { name: 'Mark as possible spam' }).click();
  await notice.waitFor();
  await expect.poll(readMarks).toEqual([true]);
});
