import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import { newPage, site } from './browser.ts';
import { restAs } from './rest-as-role.ts';
import type { Doc, FindResult } from './rest-result-types.ts';

/** A visitor who fills in a form, at first with a mistake. Values are keyed by the labels of the fields. */
export interface Visitor {
  fields: Record<string, string>;
  /** Invalid values that are typed first and then corrected. */
  mistake: Record<string, string>;
  /** The error message for the mistake. */
  errorMessage: string;
  /** The stored submission. */
  stored: Record<string, unknown>;
}

/** Creates a visitor with unique values, so that each submission can be found. */
export function createVisitor(kind: SubmissionKind): Visitor {
  // Random, because test files share the site.
  const unique = randomInt(10_000, 100_000);
  const name = `Visitor O’${kind} ${unique} Ünal`;
  const phone = `(212) 555-0142 x${unique}`;
  const email = `visitor.${unique}@mail.example`;
  const contactWishes = `Ask for ${unique}.\nDo not say “who” is calling.`;
  const wishes = { 'Anything we should know before we contact you?': contactWishes };
  const all = { 'Your name': name, 'Phone number': phone, ...wishes };
  const withEmail = { ...all, 'Email address': email };
  const stored = { kind, name, phone, contactWishes, status: 'new' };
  switch (kind) {
    case 'request-call':
      return {
        fields: { ...all, 'Best time to call': 'Afternoon' },
        mistake: { 'Phone number': '555 0123' },
        errorMessage: 'Enter a phone number with area code, like 212 555 0123',
        stored: { ...stored, bestTime: 'afternoon' },
      };
    case 'text-info':
      return {
        fields: { 'Mobile number': phone, ...wishes },
        mistake: { 'Mobile number': 'none' },
        errorMessage: 'Enter a phone number with area code, like 212 555 0123',
        stored: { kind, phone, contactWishes, status: 'new' },
      };
    case 'request-meeting':
      return {
        fields: withEmail,
        mistake: { 'Email address': 'nowhere' },
        errorMessage: 'Enter an email address, like name@example.org',
        stored: { ...stored, email },
      };
    case 'schedule-call':
      return {
        fields: withEmail,
        mistake: {},
        errorMessage: 'Choose a time for the call',
        stored: { ...stored, email },
      };
    case 'let-us-help': {
      const message = `Two lines.\nAnd “signs” & <b>${unique}</b>`;
      return {
        fields: { ...withEmail, 'Your message': message },
        mistake: { 'Your name': '' },
        errorMessage: 'Enter your name',
        stored: { ...stored, email, message },
      };
    }
  }
}

/** Fills in the fields with these labels. */
export async function fillFields(form: Locator, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(label);
    const tag = await field.evaluate(({ tagName }) => tagName);
    if (tag === 'SELECT') await field.selectOption({ label: value });
    else await field.fill(value);
  }
}

/** All values with the mistake, and the values that correct it. */
export const fieldsWithMistake = ({ fields, mistake }: Visitor) => ({ ...fields, ...mistake });
export const correctedFields = ({ fields, mistake }: Visitor): Record<string, string> =>
  Object.fromEntries(Object.keys(mistake).map((label) => [label, fields[label] ?? '']));

/** Returns the current values of these fields. */
export async function readFields(
  form: Locator,
  fields: Record<string, string>,
): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const label of Object.keys(fields)) {
    values[label] = await form.getByLabel(label).evaluate((field) => {
      if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.text ?? '';
      return (field as HTMLInputElement).value;
    });
  }
  return values;
}

/** Opens the page of a form as a new visitor. */
export async function openForm(
  slug: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; form: Locator }> {
  const page = await newPage(options);
  await page.goto(`/requests/${slug}`);
  return { page, form: findForm(page, slug) };
}

export const findForm = (page: Page, slug: string): Locator =>
  page.locator(`form[action="/requests/${slug}"]`);

export const clickSubmit = (form: Locator): Promise<void> =>
  form.locator('button[type=submit]').click();

/** Expands the second day and chooses its first slot. @returns the start of the slot */
export async function chooseTime(form: Locator): Promise<string> {
  const day = form.locator('details').nth(1);
  await day.locator('summary').click();
  const time = day.locator('input[type=radio]').first();
  await time.check();
  return time.inputValue();
}

/** Returns the personal values that must not appear in URLs, on the receipt or in the server's output. */
export const personalTexts = ({ fields }: Visitor): string[] =>
  Object.entries(fields)
    .filter(([label]) => label !== 'Best time to call')
    .flatMap(([, value]) => [value, encodeURIComponent(value)]);

/** Expects that the server's output has no personal values of these visitors. */
export async function expectNothingLogged(visitors: Visitor[]): Promise<void> {
  const output = await readFile(site.output, 'utf8');
  expect(output).toContain('Throughcare is ready.');
  for (const piece of visitors.flatMap(personalTexts)) expect(output).not.toContain(piece);
}

/** Returns the submissions of a visitor, as a coordinator sees them. */
export async function findSubmissions({ stored }: Visitor): Promise<Doc[]> {
  const identifying = ['name', stored.phone ? 'phone' : 'email'].flatMap((field) =>
    stored[field] ? `where[${field}][equals]=${encodeURIComponent(String(stored[field]))}` : [],
  );
  const path = `/form-submissions?${identifying.join('&')}&depth=0`;
  return (await restAs<FindResult>('coordinator', 'GET', path)).docs;
}

/** Expects the receipt, without personal values. @returns its reference */
export async function readReference(page: Page, visitor: Visitor): Promise<string> {
  await page.getByRole('heading', { name: 'Thank you. We have your request' }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/requests\/received\/[\w-]{22}$/);
  expect(new URL(page.url()).search).toBe('');
  const html = await page.content();
  for (const piece of personalTexts(visitor)) expect(html).not.toContain(piece);
  const [reference] =
    ((await page.locator('main').textContent()) ?? '').match(/TC-[0-9A-Z]{4}-[0-9A-Z]{3}/) ?? [];
  if (!reference) throw new Error('There is no reference on the receipt.');
  return reference;
}
