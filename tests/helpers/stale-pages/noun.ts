import type { Page } from 'playwright-core';
import type { Role } from '#domain/roles.ts';
import type { Doc } from '#tests/helpers/answers.ts';
import { DESK, newVisitor, site } from '#tests/helpers/browser.ts';
import { tokenOf } from '#tests/helpers/colleague.ts';

/** A document that two people have open. */
export interface Opened {
  id: string;
  /** Of a request: what its visitor withdraws by. */
  receipt?: string;
}

/** One thing that somebody does at an open document. */
export interface Step {
  name: string;
  /** What is typed or chosen before the button is pressed. */
  prepare?: (page: Page, words: string) => Promise<unknown>;
  /** Does it, and answers the status of the write. */
  press: (page: Page, opened: Opened, words: string) => Promise<number>;
  /** Reads back what was typed, where it can be. */
  typed?: (page: Page) => Promise<string>;
  /** By a door that knows no base version: it is always let through. */
  always?: true;
  /** Whoever does it writes the same. */
  same?: true;
  /** Not at the page, whose state it leaves as it is. */
  elsewhere?: true;
  /** No open document is left behind. */
  withdraws?: true;
}

/** A kind of document, and all that people do at it. */
export interface Noun {
  people: [first: Role, second: Role];
  steps: Step[];
  /** Makes one that nobody else uses, and removes it after the test where others would see it. */
  make: () => Promise<Opened>;
  open: (page: Page, opened: Opened) => Promise<unknown>;
  /** What is stored of it, without what each save renews. */
  stored: (opened: Opened) => Promise<Omit<Doc, 'id'>>;
}

/** A browser of somebody who works here, signed in. */
export async function deskOf(role: Role): Promise<Page> {
  const page = await newVisitor(DESK);
  const token = await tokenOf(role);
  await page.context().addCookies([{ name: 'payload-token', value: token, url: site.url }]);
  return page;
}

/** Opens a form of the admin, and waits until its buttons work: a click before that is lost. */
export async function openForm(page: Page, address: string): Promise<void> {
  const alive = page.waitForResponse(/\/api\/users\/me/);
  await page.goto(address);
  await page.locator('form[data-form-ready="true"]').first().waitFor();
  await alive;
}

const WRITES = ['POST', 'PATCH', 'DELETE'];

/** Does something at a page that writes by REST, and answers with the status of that. */
export async function writing(page: Page, act: () => Promise<unknown>): Promise<number> {
  const [answer] = await Promise.all([
    page.waitForResponse(
      (response) =>
        WRITES.includes(response.request().method()) &&
        /\/api\/(?:form-submissions|articles|globals)\/(?!access)/.test(response.url()),
    ),
    act(),
  ]);
  return answer.status();
}

export const pressing = (name: string) => (page: Page) =>
  writing(page, () => page.getByRole('button', { name, exact: true }).click());

/** All but when it was saved. */
export function contentOf({ id: _, updatedAt: __, editId: ___, ...content }: Doc) {
  return content;
}
