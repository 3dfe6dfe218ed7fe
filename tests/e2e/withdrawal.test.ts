import { expect, it } from 'vitest';
import { openRequest, said, signIn } from '#tests/helpers/admin.ts';
import { DESK, newVisitor, site, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';
import {
  expectNothingWritten,
  fill,
  openForm,
  personal,
  receiptOn,
  requestsOf,
  submit,
  type Visitor,
  visitorFor,
} from '#tests/helpers/visitors.ts';

/** With a number that no other visitor shares. */
function visitorAt(kind: 'request-call' | 'request-meeting', phone: string): Visitor {
  const { fields, stored, ...visitor } = visitorFor(kind);
  return {
    ...visitor,
    fields: { ...fields, 'Phone number': phone },
    stored: { ...stored, phone },
  };
}

const one = visitorAt('request-call', '(646) 555-0171');
let withdrawal: string;
let reference: string;

it('a receipt leads to the page that takes a request back, with scripts off, on a phone', async () => {
  const { page, form } = await openForm('request-call', WITHOUT_SCRIPTS);
  await fill(form, one.fields);
  await submit(form);
  reference = await receiptOn(page, one);
  await page.getByRole('link', { name: 'take your request back' }).click();
  await page.getByRole('heading', { name: 'Do you want to take your request back?' }).waitFor();
  withdrawal = page.url();
  expect(new URL(withdrawal).pathname).toMatch(/^\/withdraw\/[\w-]{22}$/);

  // Programs that try links withdraw for nobody.
  for (const method of ['GET', 'HEAD']) {
    const answer = await fetch(withdrawal, { method });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  }
  expect(await requestsOf(one)).toMatchObject([{ status: 'new' }]);

  await page.getByRole('button', { name: 'Yes, take it back' }).click();
  await page.getByRole('heading', { name: 'Your request is taken back' }).waitFor();
  const html = await page.content();
  expect(html).toContain(reference);
  expect(html).toContain('noindex');
  for (const piece of personal(one)) expect(html).not.toContain(piece);
  expect(await requestsOf(one)).toMatchObject([{ status: 'closed', closedReason: 'withdrawn' }]);
});

it('the link stays good, and says what has been done', async () => {
  const page = await newVisitor(WITHOUT_SCRIPTS);
  await page.goto(withdrawal);
  await page.getByRole('heading', { name: 'Your request is taken back' }).waitFor();
  expect(await page.getByRole('button', { name: 'Yes' }).count()).toBe(0);
});

it('an unknown receipt is a page that is not there, whatever is sent', async () => {
  for (const method of ['GET', 'POST']) {
    const answer = await fetch(`${site.url}/withdraw/AAAAAAAAAAAAAAAAAAAAAA`, {
      method,
      ...(method === 'POST' && { body: new URLSearchParams({ a: 'b' }) }),
    });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  }
});

it('a coordinator sees that it was taken back, with nothing to click to call', async () => {
  const page = await newVisitor(DESK);
  await signIn(page, 'coordinator@example.org', site.password);
  await openRequest(page, reference);
  await page.getByRole('heading', { name: 'They took this request back' }).waitFor();
  expect(await said(page, 'Phone').textContent()).toContain('(646) 555-0171');
  expect(await said(page, 'Phone').getByRole('link').count()).toBe(0);
});

it('a stranger with the same number takes back their own request, and a coordinator is told', async () => {
  const hers = visitorAt('request-call', '(646) 555-0173');
  const strange = visitorAt('request-meeting', '(646) 555-0173');
  const sent = async (visitor: Visitor) => {
    const { page, form } = await openForm(String(visitor.stored.kind), WITHOUT_SCRIPTS);
    await fill(form, visitor.fields);
    await submit(form);
    return { page, reference: await receiptOn(page, visitor) };
  };
  const first = await sent(hers);
  const second = await sent(strange);
  await second.page.getByRole('link', { name: 'take your request back' }).click();
  await second.page.getByRole('button', { name: 'Yes, take it back' }).click();
  await second.page.getByRole('heading', { name: 'Your request is taken back' }).waitFor();
  expect(await requestsOf(strange)).toMatchObject([{ closedReason: 'withdrawn' }]);
  expect(await requestsOf(hers)).toMatchObject([{ status: 'new' }]);

  const page = await newVisitor(DESK);
  await signIn(page, 'coordinator@example.org', site.password);
  await openRequest(page, first.reference);
  await page
    .getByRole('heading', { name: 'Another request with the same phone number was taken back' })
    .waitFor();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await timeline.getByText(second.reference).waitFor();
  expect(await said(page, 'Phone').getByRole('link').count()).toBe(1);
});

it('a coordinator records one, once it was asked whether that is meant', async () => {
  const other = visitorAt('request-meeting', '(646) 555-0172');
  const { page: form, form: fields } = await openForm('request-meeting', WITHOUT_SCRIPTS);
  await fill(fields, other.fields);
  await submit(fields);
  const theirs = await receiptOn(form, other);
  const page = await newVisitor(DESK);
  await signIn(page, 'coordinator@example.org', site.password);
  await openRequest(page, theirs);
  await page.getByRole('button', { name: 'Record a withdrawal' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await requestsOf(other)).toMatchObject([{ status: 'new' }]);
  await page.getByRole('button', { name: 'Record a withdrawal' }).click();
  await page.getByRole('button', { name: 'Yes, record it' }).click();
  await page.getByRole('heading', { name: 'They asked us not to contact them' }).waitFor();
  expect(await requestsOf(other)).toMatchObject([{ status: 'closed', closedReason: 'withdrawn' }]);
});

it('nothing that was typed is in the output of the server', () => expectNothingWritten([one]));
