import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Role } from '#domain/roles.ts';
import type { Doc } from '#tests/helpers/rest-result-types.ts';
import {
  type OpenDocument,
  openAdminAs,
  type UserAction,
} from '#tests/helpers/stale-admin-tabs/document-kind.ts';
import {
  readSubmission,
  SUBMISSION,
  sendSubmission,
  withdraw,
} from '#tests/helpers/stale-admin-tabs/submission.ts';

/** Polls for as long as `newPage` lets a page wait. */
const poll = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });

async function openSubmissionAs(role: Role, submission: OpenDocument): Promise<Page> {
  const page = await openAdminAs(role);
  await SUBMISSION.open(page, submission);
  return page;
}

const NOTE = 'They asked for a call in the evening.';

/** Tells whether an action has changed the submission. A note only adds an event to the timeline. */
const IS_DONE: Record<string, (submission: Doc) => boolean> = {
  'take it': ({ owner }) => Boolean(owner),
  'mark it as spam': ({ quarantined }) => quarantined === true,
  'save “Scheduled”': ({ status }) => status === 'scheduled',
  'save a note': () => false,
};

const findAction = (name: string): UserAction => {
  const action = SUBMISSION.actions.find((candidate) => candidate.name === name);
  if (!action) throw new Error(`There is no action “${name}”.`);
  return action;
};

const waitForText = (page: Page, text: RegExp) => page.getByText(text).first().waitFor();

const readUpdatedAt = async (id: string) => (await readSubmission(id)).updatedAt;

const ACTION_NAMES = ['take it', 'save a note'];
const ACTION_PAIRS = [
  ['take it', 'save “Scheduled”'],
  ['save a note', 'mark it as spam'],
];

describe('two coordinators have the same submission open', () => {
  it.each(ACTION_PAIRS)(
    'rejects the second write: one does “%s”, the other “%s”',
    async (first = '', second = '') => {
      const submission = await sendSubmission();
      const [sam, kim] = [
        await openSubmissionAs('lead', submission),
        await openSubmissionAs('coordinator', submission),
      ];
      await findAction(second).prepare?.(kim, NOTE);
      await findAction(first).prepare?.(sam, NOTE);
      const before = await readUpdatedAt(submission.id);
      await findAction(first).press(sam, submission, NOTE);
      await poll(() => readUpdatedAt(submission.id)).not.toBe(before);
      const between = await readSubmission(submission.id);

      await findAction(second).press(kim, submission, NOTE);
      await waitForText(kim, /changed this after you opened it .*Nothing of yours was saved/);
      expect(await readSubmission(submission.id)).toEqual(between);
      expect(IS_DONE[second]?.(between)).toBe(false);
      if (second === 'save a note')
        expect(await kim.locator('#field-note').inputValue()).toBe(NOTE);

      // The page shows the first change, so the second write succeeds.
      await poll(() => kim.getByRole('button', { name: 'Save' }).count()).toBe(1);
      const timeline = kim.getByRole('region', { name: 'Timeline' });
      await poll(() => timeline.locator('li').count()).toBeGreaterThan(1);
      await findAction(second).press(kim, submission, NOTE);
      await poll(() => readUpdatedAt(submission.id)).not.toBe(between.updatedAt);
      const after = await readSubmission(submission.id);
      for (const name of [first, second]) {
        if (name !== 'save a note') expect(IS_DONE[name]?.(after)).toBe(true);
      }
    },
  );
});

describe('a visitor withdraws while a coordinator has the submission open', () => {
  it.each(ACTION_NAMES)('rejects “%s”', async (name) => {
    const submission = await sendSubmission();
    const page = await openSubmissionAs('coordinator', submission);
    await findAction(name).prepare?.(page, NOTE);
    expect(await withdraw(submission)).toBe(200);
    const between = await readSubmission(submission.id);
    expect(between).toMatchObject({ status: 'closed', closedReason: 'withdrawn' });

    await findAction(name).press(page, submission, NOTE);
    await waitForText(page, /changed this after you opened it/);
    expect(await readSubmission(submission.id)).toEqual(between);
    await page.getByRole('heading', { name: 'They took this request back' }).waitFor();
    expect(await page.locator('a[href^="tel:"]').count()).toBe(0);
    if (name === 'save a note') expect(await page.locator('#field-note').inputValue()).toBe(NOTE);
  });
});
