import { expect, it } from 'vitest';
import { openSubmission, signIn, summaryValue } from '#tests/helpers/admin-pages.ts';
import { DESKTOP, newPage, site, WITHOUT_SCRIPTS } from '#tests/helpers/browser.ts';
import {
  clickSubmit,
  createVisitor,
  expectNothingLogged,
  fillFields,
  findSubmissions,
  openForm,
  personalTexts,
  readReference,
  type Visitor,
} from '#tests/helpers/visitors.ts';

/** Creates a visitor with this phone number; `createVisitor` gives the same number to all, with an extension. */
function createVisitorWithPhone(kind: 'request-call' | 'request-meeting', phone: string): Visitor {
  const { fields, stored, ...visitor } = createVisitor(kind);
  return {
    ...visitor,
    fields: { ...fields, 'Phone number': phone },
    stored: { ...stored, phone },
  };
}

const visitor = createVisitorWithPhone('request-call', '(646) 555-0171');
let withdrawal: string;
let reference: string;

it('withdraws a submission from its receipt, without scripts, on a phone', async () => {
  const { page, form } = await openForm('request-call', WITHOUT_SCRIPTS);
  await fillFields(form, visitor.fields);
  await clickSubmit(form);
  reference = await readReference(page, visitor);
  await page.getByRole('link', { name: 'take your request back' }).click();
  await page.getByRole('heading', { name: 'Do you want to take your request back?' }).waitFor();
  withdrawal = page.url();
  expect(new URL(withdrawal).pathname).toMatch(/^\/withdraw\/[\w-]{22}$/);

  // Opening the link must withdraw nothing, because link scanners open it too.
  for (const method of ['GET', 'HEAD']) {
    const response = await fetch(withdrawal, { method });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  }
  expect(await findSubmissions(visitor)).toMatchObject([{ status: 'new' }]);

  await page.getByRole('button', { name: 'Yes, take it back' }).click();
  await page.getByRole('heading', { name: 'Your request is taken back' }).waitFor();
  const html = await page.content();
  expect(html).toContain(reference);
  expect(html).toContain('noindex');
  for (const piece of personalTexts(visitor)) expect(html).not.toContain(piece);
  expect(await findSubmissions(visitor)).toMatchObject([
    { status: 'closed', closedReason: 'withdrawn' },
  ]);
});

it('shows at the same link that the submission is withdrawn', async () => {
  const page = await newPage(WITHOUT_SCRIPTS);
  await page.goto(withdrawal);
  await page.getByRole('heading', { name: 'Your request is taken back' }).waitFor();
  expect(await page.getByRole('button', { name: 'Yes' }).count()).toBe(0);
});

it('answers 404 to an unknown receipt', async () => {
  for (const method of ['GET', 'POST']) {
    const response = await fetch(`${site.url}/withdraw/AAAAAAAAAAAAAAAAAAAAAA`, {
      method,
      ...(method === 'POST' && { body: new URLSearchParams({ a: 'b' }) }),
    });
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  }
});

it('shows coordinators the withdrawal, and no link to call', async () => {
  const page = await newPage(DESKTOP);
  await signIn(page, 'coordinator@example.org', site.password);
  await openSubmission(page, reference);
  await page.getByRole('heading', { name: 'They took this request back' }).waitFor();
  expect(await summaryValue(page, 'Phone').textContent()).toContain('(646) 555-0171');
  expect(await summaryValue(page, 'Phone').getByRole('link').count()).toBe(0);
});

it("leaves another person's submission with the same number open, and tells coordinators", async () => {
  const ann = createVisitorWithPhone('request-call', '(646) 555-0173');
  const stranger = createVisitorWithPhone('request-meeting', '(646) 555-0173');
  const sendForm = async (visitor: Visitor) => {
    const { page, form } = await openForm(String(visitor.stored.kind), WITHOUT_SCRIPTS);
    await fillFields(form, visitor.fields);
    await clickSubmit(form);
    return { page, reference: await readReference(page, visitor) };
  };
  const first = await sendForm(ann);
  const second = await sendForm(stranger);
  await second.page.getByRole('link', { name: 'take your request back' }).click();
  await second.page.getByRole('button', { name: 'Yes, take it back' }).click();
  await second.page.getByRole('heading', { name: 'Your request is taken back' }).waitFor();
  expect(await findSubmissions(stranger)).toMatchObject([{ closedReason: 'withdrawn' }]);
  expect(await findSubmissions(ann)).toMatchObject([{ status: 'new' }]);

  const page = await newPage(DESKTOP);
  await signIn(page, 'coordinator@example.org', site.password);
  await openSubmission(page, first.reference);
  await page
    .getByRole('heading', { name: 'Another request with the same phone number was taken back' })
    .waitFor();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await timeline.getByText(second.reference).waitFor();
  expect(await summaryValue(page, 'Phone').getByRole('link').count()).toBe(1);
});

it('lets a coordinator record a withdrawal after a confirmation', async () => {
  const other = createVisitorWithPhone('request-meeting', '(646) 555-0172');
  const { page: form, form: fields } = await openForm('request-meeting', WITHOUT_SCRIPTS);
  await fillFields(fields, other.fields);
  await clickSubmit(fields);
  const theirs = await readReference(form, other);
  const page = await newPage(DESKTOP);
  await signIn(page, 'coordinator@example.org', site.password);
  await openSubmission(page, theirs);
  await page.getByRole('button', { name: 'Record a withdrawal' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await findSubmissions(other)).toMatchObject([{ status: 'new' }]);
  await page.getByRole('button', { name: 'Record a withdrawal' }).click();
  await page.getByRole('button', { name: 'Yes, record it' }).click();
  await page.getByRole('heading', { name: 'They asked us not to contact them' }).waitFor();
  expect(await findSubmissions(other)).toMatchObject([
    { status: 'closed', closedReason: 'withdrawn' },
  ]);
});

it('logs nothing that the visitor typed', () => expectNothingLogged([visitor]));
