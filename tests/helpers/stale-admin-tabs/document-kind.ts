import type { Page } from 'playwright-core';
import type { Role } from '#domain/roles.ts';
import { DESKTOP, newPage, site } from '#tests/helpers/browser.ts';
import { sessionToken } from '#tests/helpers/rest-as-role.ts';
import type { Doc } from '#tests/helpers/rest-result-types.ts';

/** A document that two people have open. */
export interface OpenDocument {
  id: string;
  /** Token by which the visitor of a submission withdraws it. */
  receipt?: string;
}

/** Something that a person does with an open document. */
export interface UserAction {
  name: string;
  /** Fills in the form before the button is pressed. */
  prepare?: (page: Page, words: string) => Promise<unknown>;
  /** Performs the action and returns the status of the write. */
  press: (page: Page, opened: OpenDocument, words: string) => Promise<number>;
  /** Reads the typed text from the page; undefined if there is none. */
  readInput?: (page: Page) => Promise<string>;
  /** True if the write has no base version, and so is never rejected. */
  ignoresBase?: true;
  /** True if two people who do it write the same values. */
  writesSameValues?: true;
  /** True if it happens outside the page, which does not change. */
  leavesPageUnchanged?: true;
  /** True if it withdraws the submission, which must be closed afterwards. */
  withdraws?: true;
}

/** A kind of document, and all that people do with it. */
export interface DocumentKind {
  people: [first: Role, second: Role];
  actions: UserAction[];
  /** Creates a document that no other test uses, and removes it after the test if others would see it. */
  make: () => Promise<OpenDocument>;
  open: (page: Page, opened: OpenDocument) => Promise<unknown>;
  /** Reads the stored document, without the fields that every save changes. */
  readStored: (opened: OpenDocument) => Promise<Omit<Doc, 'id'>>;
}

/** Opens a browser page with a session of this role, wide enough for the admin. */
export async function openAdminAs(role: Role): Promise<Page> {
  const page = await newPage(DESKTOP);
  const token = await sessionToken(role);
  await page.context().addCookies([{ name: 'payload-token', value: token, url: site.url }]);
  return page;
}

/** Opens a form of the admin, and waits until it is hydrated: a click before that is lost. */
export async function openForm(page: Page, address: string): Promise<void> {
  const hydrated = page.waitForResponse(/\/api\/users\/me/);
  await page.goto(address);
  await page.locator('form[data-form-ready="true"]').first().waitFor();
  await hydrated;
}

const WRITES = ['POST', 'PATCH', 'DELETE'];

/** Performs an action that writes through REST, and returns the status of the response. */
export async function waitForWrite(page: Page, act: () => Promise<unknown>): Promise<number> {
  const [response] = await Promise.all([
    page.waitForResponse(
      (response) =>
        WRITES.includes(response.request().method()) &&
        /\/api\/(?:form-submissions|articles|globals)\/(?!access)/.test(response.url()),
    ),
    act(),
  ]);
  return response.status();
}

export const pressButton = (name: string) => (page: Page) =>
  waitForWrite(page, () => page.getByRole('button', { name, exact: true }).click());

/** Removes the fields that every save changes. */
export function withoutSaveMetadata({ id: _, updatedAt: __, editId: ___, ...content }: Doc) {
  return content;
}
