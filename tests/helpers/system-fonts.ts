import type { Page } from 'playwright-core';

/** Returns the elements with text in a font of the system, each as `font: HTML`. */
export async function findSystemFonts(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const query = { nodeId: root.nodeId, selector: 'body, body *' };
  const { nodeIds } = await session.send('DOM.querySelectorAll', query);
  const elements: string[] = [];
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName } of fonts.filter(({ isCustomFont }) => !isCustomFont)) {
      const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId });
      elements.push(`${familyName}: ${outerHTML}`);
    }
  }
  await session.detach();
  return elements;
}
