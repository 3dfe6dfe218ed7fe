import { randomInt } from 'node:crypto';
import { expect } from 'vitest';
import { changed, choose, REQUESTS } from '#tests/helpers/admin.ts';
import type { Doc, Found } from '#tests/helpers/answers.ts';
import { site } from '#tests/helpers/browser.ts';
import { as } from '#tests/helpers/colleague.ts';
import { newAddress, postJson } from '#tests/helpers/post.ts';
import { contentOf, type Noun, type Opened, openForm, pressing, type Step } from './noun.ts';

/** A visitor sends a request, with a number that nobody else has. */
export async function sendRequest(): Promise<Required<Opened>> {
  const phone = `(917) 555-${randomInt(1_000, 10_000)}`;
  const sent = { callToAction: 'request-call', answers: { name: 'Ann', phone }, page: '/' };
  const { body } = await postJson(sent, { 'X-Forwarded-For': newAddress() });
  const { receipt, reference } = JSON.parse(body) as { receipt: string; reference: string };
  const where = `where[reference][equals]=${reference}`;
  const { docs } = await as<Found>('lead', 'GET', `/form-submissions?${where}`);
  return { id: String(docs[0]?.id), receipt };
}

export const requestOf = (id: string) => as<Doc>('lead', 'GET', `/form-submissions/${id}?depth=0`);

/** The visitor takes the request back. */
export async function withdraw({ receipt }: Opened): Promise<number> {
  const answer = await fetch(`${site.url}/withdraw/${receipt}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: site.url },
    body: 'a=b',
  });
  return answer.status === 303 ? 200 : answer.status;
}

const saving = (name: string, status: string, reason?: string): Step => ({
  name,
  prepare: async (page) => {
    await changed(page, () => choose(page, 'status', status));
    if (reason) await changed(page, () => choose(page, 'closedReason', reason));
  },
  press: pressing('Save'),
  same: true,
});

export const REQUEST: Noun = {
  people: ['lead', 'coordinator'],
  steps: [
    { name: 'take it', press: pressing('Take it') },
    { name: 'mark it as spam', press: pressing('Mark as possible spam'), same: true },
    saving('save “Scheduled”', 'Scheduled'),
    saving('close it as helped', 'Closed', 'Helped'),
    { ...saving('close it as withdrawn', 'Closed', 'Withdrawn by the visitor'), withdraws: true },
    {
      name: 'save a note',
      prepare: (page, words) => changed(page, () => page.locator('#field-note').fill(words)),
      press: pressing('Save'),
      typed: (page) => page.locator('#field-note').inputValue(),
    },
    {
      name: 'record a withdrawal',
      press: async (page) => {
        await page.getByRole('button', { name: 'Record a withdrawal', exact: true }).click();
        return pressing('Yes, record it')(page);
      },
      always: true,
      withdraws: true,
    },
    {
      name: 'wait while the visitor withdraws',
      press: (_, opened) => withdraw(opened),
      always: true,
      elsewhere: true,
      withdraws: true,
    },
  ],
  make: sendRequest,
  async open(page, { id }) {
    await openForm(page, `${REQUESTS}/${id}`);
    await page.locator('#field-note:not([disabled])').waitFor();
    expect(await page.locator('a[href^="tel:"]').count()).toBe(1);
  },
  stored: async ({ id }) => contentOf(await requestOf(id)),
};
