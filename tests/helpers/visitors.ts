import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import type { Doc, Found } from './answers.ts';
import { newVisitor, site } from './browser.ts';
import { as } from './colleague.ts';

/** What a visitor types into a form, by the words beside the fields, and what of it is a mistake at first. */
export interface Visitor {
  fields: Record<string, string>;
  /** Typed at first, and mended. */
  mistake: Record<string, string>;
  /** What is said of the mistake. */
  told: string;
  /** What a coordinator finds in the end. */
  stored: Record<string, unknown>;
}

/** A visitor with a name and numbers of their own, so that each is found again. */
export function visitorFor(kind: SubmissionKind): Visitor {
  // Test files share the site, not this.
  const mark = randomInt(10_000, 100_000);
  const name = `Visitor O’${kind} ${mark} Ünal`;
  const phone = `(212) 555-0142 x${mark}`;
  const email = `visitor.${mark}@mail.example`;
  const contactWishes = `Ask for ${mark}.\nDo not say “who” is calling.`;
  const wishes = { 'Anything we should know before we contact you?': contactWishes };
  const all = { 'Your name': name, 'Phone number': phone, ...wishes };
  const withEmail = { ...all, 'Email address': email };
  const stored = { kind, name, phone, contactWishes, status: 'new' };
  switch (kind) {
    case 'request-call':
      return {
        fields: { ...all, 'Best time to call': 'Afternoon' },
        mistake: { 'Phone number': '555 0123' },
        told: 'Enter a phone number with area code, like 212 555 0123',
        stored: { ...stored, bestTime: 'afternoon' },
      };
    case 'text-info':
      return {
        fields: { 'Mobile number': phone, ...wishes },
        mistake: { 'Mobile number': 'none' },
        told: 'Enter a phone number with area code, like 212 555 0123',
        stored: { kind, phone, contactWishes, status: 'new' },
      };
    case 'request-meeting':
      return {
        fields: withEmail,
        mistake: { 'Email address': 'nowhere' },
        told: 'Enter an email address, like name@example.org',
        stored: { ...stored, email },
      };
    case 'schedule-call':
      return {
        fields: withEmail,
        mistake: {},
        told: 'Choose a time for the call',
        stored: { ...stored, email },
      };
    case 'let-us-help': {
      const message = `Two lines.\nAnd “signs” & <b>${mark}</b>`;
      return {
        fields: { ...withEmail, 'Your message': message },
        mistake: { 'Your name': '' },
        told: 'Enter your name',
        stored: { ...stored, email, message },
      };
    }
  }
}

/** Types into the fields beside these words, or chooses there. */
export async function fill(form: Locator, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(label);
    const tag = await field.evaluate(({ tagName }) => tagName);
    if (tag === 'SELECT') await field.selectOption({ label: value });
    else await field.fill(value);
  }
}

/** What was typed at first, and what mends it. */
export const atFirst = ({ fields, mistake }: Visitor) => ({ ...fields, ...mistake });
export const mended = ({ fields, mistake }: Visitor): Record<string, string> =>
  Object.fromEntries(Object.keys(mistake).map((label) => [label, fields[label] ?? '']));

/** The fields as they stand. */
export async function standing(
  form: Locator,
  fields: Record<string, string>,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const label of Object.keys(fields)) {
    found[label] = await form.getByLabel(label).evaluate((field) => {
      if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.text ?? '';
      return (field as HTMLInputElement).value;
    });
  }
  return found;
}

/** Opens the own page of a form as a visitor. */
export async function openForm(
  slug: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; form: Locator }> {
  const page = await newVisitor(options);
  await page.goto(`/requests/${slug}`);
  return { page, form: formOn(page, slug) };
}

export const formOn = (page: Page, slug: string): Locator =>
  page.locator(`form[action="/requests/${slug}"]`);

export const submit = (form: Locator): Promise<void> => form.locator('button[type=submit]').click();

/** Opens the second day and chooses its first time; the instant it stands for. */
export async function chooseTime(form: Locator): Promise<string> {
  const day = form.locator('details').nth(1);
  await day.locator('summary').click();
  const time = day.locator('input[type=radio]').first();
  await time.check();
  return time.inputValue();
}

/** What does not stand in an address, on a receipt, or in the output of the server. */
export const personal = ({ fields }: Visitor): string[] =>
  Object.entries(fields)
    .filter(([label]) => label !== 'Best time to call')
    .flatMap(([, value]) => [value, encodeURIComponent(value)]);

/** Nothing that the visitors typed is in what the server wrote to its terminal. */
export async function expectNothingWritten(visitors: Visitor[]): Promise<void> {
  const output = await readFile(site.output, 'utf8');
  expect(output).toContain('Throughcare is ready.');
  for (const piece of visitors.flatMap(personal)) expect(output).not.toContain(piece);
}

/** The requests of a visitor, as a coordinator finds them. */
export async function requestsOf({ stored }: Visitor): Promise<Doc[]> {
  const phone = encodeURIComponent(String(stored.phone));
  const name = stored.name ? `&where[name][equals]=${encodeURIComponent(String(stored.name))}` : '';
  const path = `/form-submissions?where[phone][equals]=${phone}${name}&depth=0`;
  return (await as<Found>('coordinator', 'GET', path)).docs;
}

/** On the receipt: its reference; nothing there tells who the visitor is. */
export async function receiptOn(page: Page, visitor: Visitor): Promise<string> {
  await page.getByRole('heading', { name: 'Thank you. We have your request' }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/requests\/received\/[\w-]{22}$/);
  expect(new URL(page.url()).search).toBe('');
  const html = await page.content();
  for (const piece of personal(visitor)) expect(html).not.toContain(piece);
  const [reference] =
    ((await page.locator('main').textContent()) ?? '').match(/TC-[0-9A-Z]{4}-[0-9A-Z]{3}/) ?? [];
  if (!reference) throw new Error('There is no reference on the receipt.');
  return reference;
}
