import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { newVisitor } from '#tests/helpers/browser.ts';
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
  await arrive(page);
  expect(await inOtherFonts(page)).toEqual([]);
});
