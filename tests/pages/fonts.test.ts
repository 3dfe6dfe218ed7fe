import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { EXPLAINER } from '#tests/helpers/addresses.ts';
import { arriveWithFonts, newVisitor } from '#tests/helpers/browser.ts';
import { PAGE_KINDS } from '#tests/helpers/page-kinds.ts';

/** Words that a page shows in a font that did not come with it. */
async function inOtherFonts(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const query = { nodeId: root.nodeId, selector: 'body, body *' };
  const { nodeIds } = await session.send('DOM.querySelectorAll', query);
  const found: string[] = [];
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName } of fonts.filter(({ isCustomFont }) => !isCustomFont)) {
      const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId });
      found.push(`${familyName}: ${outerHTML}`);
    }
  }
  return found;
}

it.each(Object.entries(PAGE_KINDS))('%s has all its letters with it', async (_, arrive) => {
  const page = await newVisitor();
  await arriveWithFonts(page, arrive);
  expect(await inOtherFonts(page)).toEqual([]);
});

/** Where everything on a page stands. */
const places = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('body *'), (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.tagName} ${x} ${y} ${width} ${height}`;
    }),
  );

/** Until a page shows words: text that waits for its font is not drawn. */
const wordsShown = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          const drawn = list.getEntries() as LargestContentfulPaint[];
          if (drawn.some(({ element }) => element?.textContent)) resolve();
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );

it.each(['/', EXPLAINER, '/requests/request-call'])(
  '%s stays as it is when its fonts come late',
  async (path) => {
    const page = await newVisitor();
    const late = Promise.withResolvers<void>();
    await page.route('**/*.woff2', async (route) => {
      await late.promise;
      await route.continue();
    });
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    await wordsShown(page);
    const before = await places(page);
    late.resolve();
    await page.waitForLoadState('load');
    await page.evaluate(() => document.fonts.ready);
    expect(await places(page)).toEqual(before);
  },
);
