import { describe, expect, it } from 'vitest';
import { ARTICLE } from '#tests/helpers/stale-pages/article.ts';
import { deskOf, type Noun, type Step } from '#tests/helpers/stale-pages/noun.ts';
import { REQUEST } from '#tests/helpers/stale-pages/request.ts';
import { SITE } from '#tests/helpers/stale-pages/site.ts';

/** All pairs take a quarter of an hour: `npm run test:load` tries them. */
const ALL = process.env.PAIRS === 'all';

/** Both orders of every pair; or each step once in either place. */
const pairsOf = ({ steps }: Noun): [string, string, Step, Step][] =>
  steps.flatMap((first, at) =>
    steps
      .filter((_, n) => ALL || n === (at + 1) % steps.length)
      .map((second): [string, string, Step, Step] => [first.name, second.name, first, second]),
  );

const TOLD = /changed this after you opened it .*Nothing of yours was saved/;

describe.each([
  ['a request', REQUEST],
  ['an article', ARTICLE],
  ['a global', SITE],
])('two people have %s open', (_, noun) => {
  it.each(pairsOf(noun))('one does “%s”, the other “%s”', async (_, __, first, second) => {
    const opened = await noun.make();
    const [sam, kim] = [await deskOf(noun.people[0]), await deskOf(noun.people[1])];
    await Promise.all([noun.open(sam, opened), noun.open(kim, opened)]);
    await second.prepare?.(kim, 'Words of Kim');
    await first.prepare?.(sam, 'Words of Sam');
    expect(await first.press(sam, opened, 'Words of Sam')).toBe(200);
    const between = await noun.stored(opened);

    const status = await second.press(kim, opened, 'Words of Kim');
    const after = await noun.stored(opened);
    if (second.always) {
      expect(status).toBe(200);
    } else {
      // Who would write what is there already has nothing to be told.
      const isSame = first === second && second.same;
      expect(isSame ? [200, 409] : [409]).toContain(status);
      expect(after).toEqual(between);
      if (status === 409) await kim.getByText(TOLD).first().waitFor();
      if (second.typed) expect(await second.typed(kim)).toBe('Words of Kim');
    }
    if (first.withdraws || (second.withdraws && status === 200))
      expect(after.status).toBe('closed');
    if (after.closedReason === 'withdrawn' && !second.elsewhere) {
      const contact = kim.locator('a[href^="tel:"]');
      await expect.poll(() => contact.count(), { timeout: 20_000 }).toBe(0);
    }
  });
});
