import type { Page } from 'playwright-core';

/** Texts that differ between runs, with their replacements, which have the same length. */
const MASKS = [
  { pattern: 'TC-[0-9A-Z]{4}-[0-9A-Z]{3}', replacement: 'TC-7K2M-4QX' },
  { pattern: '(came in on .+, )[0-9:]+', replacement: '$110:05' },
];

/** Replaces the reference and the time of a receipt with fixed ones, so that screenshots do not differ. */
export const maskRandomText = (page: Page): Promise<void> =>
  page.evaluate((masks) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { currentNode: text } = texts;
      for (const { pattern, replacement } of masks) {
        text.textContent = text.textContent?.replace(new RegExp(pattern), replacement) ?? '';
      }
    }
  }, MASKS);
