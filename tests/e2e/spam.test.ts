import { describe, expect, it } from 'vitest';
import { openRequest, REQUESTS, signIn } from '#tests/helpers/admin.ts';
import { DESK, newVisitor, site, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';
import {
  fill,
  openForm,
  receiptOn,
  requestsOf,
  submit,
  type Visitor,
  visitorFor,
} from '#tests/helpers/visitors.ts';

const WORKER = /\/assets\/proof-worker-\w+\.js$/;
const ADVERT = 'https://advert.example/pills';

const one = (): Visitor => visitorFor('request-call');

it('a browser does a proof of work while somebody types, and sends it along', async () => {
  const visitor = one();
  const { page, form } = await openForm('request-call');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  // Nothing is loaded before somebody begins.
  await form.getByLabel('Your name').focus();
  expect(asked.filter((path) => WORKER.test(path))).toEqual([]);

  const start = performance.now();
  await fill(form, visitor.fields);
  await form.locator('input[name=proof]').waitFor({ state: 'attached' });
  console.log(`A proof of work took ${Math.round(performance.now() - start)} ms, typing included.`);
  expect(asked.filter((path) => WORKER.test(path))).toHaveLength(1);
  expect(asked.filter((path) => path === '/api/challenge')).toHaveLength(1);

  const sent = page.waitForRequest('**/api/requests');
  await submit(form);
  expect((await sent).postDataJSON().signals).toEqual({
    rendered: expect.stringMatching(/^\w+\.[\w-]{43}$/),
    proof: expect.stringMatching(/^[\w+/]{200,}=*$/),
  });
  await receiptOn(page, visitor);
  expect(await requestsOf(visitor)).toMatchObject([{ quarantined: false, suspicions: [] }]);
});

it('who is faster than the work is not kept waiting', async () => {
  const visitor = one();
  const { page, form } = await openForm('request-call');
  // A challenge that never comes.
  await page.route('**/api/challenge', () => {});
  await fill(form, visitor.fields);
  const sent = page.waitForRequest('**/api/requests');
  await submit(form);
  expect((await sent).postDataJSON().signals.proof).toBeUndefined();
  await receiptOn(page, visitor);
  expect(await requestsOf(visitor)).toMatchObject([{ quarantined: false }]);
});

it('without scripts there is no proof, and no mark', async () => {
  const visitor = one();
  const { page, form } = await openForm('request-call', WITHOUT_SCRIPTS);
  await fill(form, visitor.fields);
  await submit(form);
  await receiptOn(page, visitor);
  expect(await requestsOf(visitor)).toMatchObject([{ quarantined: false, suspicions: [] }]);
});

describe.each([
  ['without scripts', WITHOUT_SCRIPTS],
  ['with scripts', {}],
] as const)('who fills in the box that nobody meets, %s', (_, options) => {
  it('gets a receipt like anybody, and is marked', async () => {
    const visitor = one();
    const { page, form } = await openForm('request-call', options);
    await form.locator('input[name=website]').fill(ADVERT);
    await fill(form, visitor.fields);
    const kept = await page.evaluate(() => JSON.stringify(sessionStorage));
    expect(kept).not.toContain('advert');
    await submit(form);
    const reference = await receiptOn(page, visitor);
    const [stored] = await requestsOf(visitor);
    expect(stored).toMatchObject({ reference, status: 'new', quarantined: true });
    expect(stored?.suspicions).toContain('hidden-box');
    expect(JSON.stringify(stored)).not.toContain('advert');
  });
});

it('nobody meets the box by keyboard', async () => {
  const { page, form } = await openForm('request-call');
  await form.getByLabel('Your name').focus();
  const met = new Set<string>();
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press('Tab');
    met.add(await page.evaluate(() => document.activeElement?.getAttribute('name') ?? ''));
  }
  expect(met).toContain('consent');
  expect(met).not.toContain('website');
});

it('a coordinator sees the mark, reads why, and clears it', async () => {
  const visitor = one();
  const { page, form } = await openForm('request-call', WITHOUT_SCRIPTS);
  await form.locator('input[name=website]').fill(ADVERT);
  await fill(form, visitor.fields);
  await submit(form);
  const reference = await receiptOn(page, visitor);

  const desk = await newVisitor(DESK);
  await signIn(desk, 'coordinator@example.org', site.password);
  await desk.goto(REQUESTS);
  const row = desk.locator('tbody tr', { hasText: reference });
  await row.getByText('Possible spam').waitFor();
  await openRequest(desk, reference);
  const notice = desk.getByRole('region', { name: 'Possible spam' });
  await notice.getByText('A box that people cannot see was filled in.').waitFor();

  await notice.getByRole('button', { name: 'This is a real request' }).click();
  await notice.waitFor({ state: 'detached' });
  const timeline = desk.getByRole('region', { name: 'Timeline' });
  await timeline.getByText('A real request').waitFor();
  const marked = async () => (await requestsOf(visitor)).map(({ quarantined }) => quarantined);
  expect(await marked()).toEqual([false]);

  await desk.getByRole('button', { name: 'Mark as possible spam' }).click();
  await notice.waitFor();
  await expect.poll(marked).toEqual([true]);
});
