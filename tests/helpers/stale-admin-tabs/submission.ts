import { randomInt } from 'node:crypto';
import { expect } from 'vitest';
import { changeForm, SUBMISSIONS_PATH, selectOption } from '#tests/helpers/admin-pages.ts';
import { site } from '#tests/helpers/browser.ts';
import { postJson, randomAddress } from '#tests/helpers/post-submission.ts';
import { restAs } from '#tests/helpers/rest-as-role.ts';
import type { Doc, FindResult } from '#tests/helpers/rest-result-types.ts';
import {
  type DocumentKind,
  type OpenDocument,
  openForm,
  pressButton,
  type UserAction,
  withoutSaveMetadata,
} from './document-kind.ts';

/** Sends a submission with a phone number of its own. */
export async function sendSubmission(): Promise<Required<OpenDocument>> {
  const phone = `(917) 555-${randomInt(1_000, 10_000)}`;
  const submission = { callToAction: 'request-call', answers: { name: 'Ann', phone }, page: '/' };
  const { body } = await postJson(submission, { 'X-Forwarded-For': randomAddress() });
  const { receipt, reference } = JSON.parse(body) as { receipt: string; reference: string };
  const where = `where[reference][equals]=${reference}`;
  const { docs } = await restAs<FindResult>('lead', 'GET', `/form-submissions?${where}`);
  return { id: String(docs[0]?.id), receipt };
}

export const readSubmission = (id: string) =>
  restAs<Doc>('lead', 'GET', `/form-submissions/${id}?depth=0`);

/** Withdraws a submission as its visitor does. Returns the status, with 200 for the redirect after success. */
export async function withdraw({ receipt }: OpenDocument): Promise<number> {
  const response = await fetch(`${site.url}/withdraw/${receipt}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: site.url },
    body: 'a=b',
  });
  return response.status === 303 ? 200 : response.status;
}

const saveStatus = (name: string, status: string, reason?: string): UserAction => ({
  name,
  prepare: async (page) => {
    await changeForm(page, () => selectOption(page, 'status', status));
    if (reason) await changeForm(page, () => selectOption(page, 'closedReason', reason));
  },
  press: pressButton('Save'),
  writesSameValues: true,
});

export const SUBMISSION: DocumentKind = {
  people: ['lead', 'coordinator'],
  actions: [
    { name: 'take it', press: pressButton('Take it') },
    {
      name: 'mark it as spam',
      press: pressButton('Mark as possible spam'),
      writesSameValues: true,
    },
    saveStatus('save “Scheduled”', 'Scheduled'),
    saveStatus('close it as helped', 'Closed', 'Helped'),
    {
      ...saveStatus('close it as withdrawn', 'Closed', 'Withdrawn by the visitor'),
      withdraws: true,
    },
    {
      name: 'save a note',
      prepare: (page, words) => changeForm(page, () => page.locator('#field-note').fill(words)),
      press: pressButton('Save'),
      readInput: (page) => page.locator('#field-note').inputValue(),
    },
    {
      name: 'record a withdrawal',
      press: async (page) => {
        await page.getByRole('button', { name: 'Record a withdrawal', exact: true }).click();
        return pressButton('Yes, record it')(page);
      },
      ignoresBase: true,
      withdraws: true,
    },
    {
      name: 'wait while the visitor withdraws',
      press: (_, opened) => withdraw(opened),
      ignoresBase: true,
      leavesPageUnchanged: true,
      withdraws: true,
    },
  ],
  make: sendSubmission,
  async open(page, { id }) {
    await openForm(page, `${SUBMISSIONS_PATH}/${id}`);
    await page.locator('#field-note:not([disabled])').waitFor();
    expect(await page.locator('a[href^="tel:"]').count()).toBe(1);
  },
  readStored: async ({ id }) => withoutSaveMetadata(await readSubmission(id)),
};
