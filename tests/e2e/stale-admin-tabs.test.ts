import { describe, expect, it } from 'vitest';
import { ARTICLE } from '#tests/helpers/stale-admin-tabs/article.ts';
import {
  type DocumentKind,
  openAdminAs,
  type UserAction,
} from '#tests/helpers/stale-admin-tabs/document-kind.ts';
import { SITE } from '#tests/helpers/stale-admin-tabs/site.ts';
import { SUBMISSION } from '#tests/helpers/stale-admin-tabs/submission.ts';

/** True for all pairs of actions, which take 15 minutes; `npm run test:load` runs them. */
const TESTS_ALL_PAIRS = process.env.PAIRS === 'all';

/** Lists every ordered pair of actions, or pairs in which each action comes first once and second once. */
const listPairs = ({ actions }: DocumentKind): [string, string, UserAction, UserAction][] =>
  actions.flatMap((first, at) =>
    actions
      .filter((_, n) => TESTS_ALL_PAIRS || n === (at + 1) % actions.length)
      .map((second): [string, string, UserAction, UserAction] => [
        first.name,
        second.name,
        first,
        second,
      ]),
  );

const CONFLICT_MESSAGE = /changed this after you opened it .*Nothing of yours was saved/;

describe.each([
  ['a request', SUBMISSION],
  ['an article', ARTICLE],
  ['a global', SITE],
])('two people have %s open', (_, kind) => {
  it.each(listPairs(kind))('one person does “%s”, the other “%s”', async (_, __, first, second) => {
    const opened = await kind.make();
    const [sam, kim] = [await openAdminAs(kind.people[0]), await openAdminAs(kind.people[1])];
    await Promise.all([kind.open(sam, opened), kind.open(kim, opened)]);
    await second.prepare?.(kim, 'Words of Kim');
    await first.prepare?.(sam, 'Words of Sam');
    expect(await first.press(sam, opened, 'Words of Sam')).toBe(200);
    const between = await kind.readStored(opened);

    const status = await second.press(kim, opened, 'Words of Kim');
    const after = await kind.readStored(opened);
    if (second.ignoresBase) {
      expect(status).toBe(200);
    } else {
      // A write of the values that are already stored may succeed.
      const isSame = first === second && second.writesSameValues;
      expect(isSame ? [200, 409] : [409]).toContain(status);
      expect(after).toEqual(between);
      if (status === 409) await kim.getByText(CONFLICT_MESSAGE).first().waitFor();
      if (second.readInput) expect(await second.readInput(kim)).toBe('Words of Kim');
    }
    if (first.withdraws || (second.withdraws && status === 200))
      expect(after.status).toBe('closed');
    if (after.closedReason === 'withdrawn' && !second.leavesPageUnchanged) {
      const contact = kim.locator('a[href^="tel:"]');
      await expect.poll(() => contact.count(), { timeout: 20_000 }).toBe(0);
    }
  });
});
