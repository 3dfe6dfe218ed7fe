import type { Page } from 'playwright-core';

/** What differs from one request to the next, though nothing has changed. */
const MOVING = [
  { what: 'TC-[0-9A-Z]{4}-[0-9A-Z]{3}', still: 'TC-7K2M-4QX' },
  { what: '(came in on .+, )[0-9:]+', still: '$110:05' },
];

/** Puts the same number and minute into every receipt, as long as the true ones. */
export const stillWords = (page: Page): Promise<void> =>
  page.evaluate((moving) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { currentNode: text } = texts;
      for (const { what, still } of moving) {
        text.textContent = text.textContent?.replace(new RegExp(what), still) ?? '';
      }
    }
  }, MOVING);
