import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { newPage } from '#tests/helpers/browser.ts';
import { EXPLAINER } from '#tests/helpers/page-paths.ts';

/** Returns the position and size of every element. */
const measureElements = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('body *'), (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.tagName} ${x} ${y} ${width} ${height}`;
    }),
  );

/** Waits until a page has painted text: text that still waits for its font is not painted. */
const waitForText = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          const paints = list.getEntries() as LargestContentfulPaint[];
          if (paints.some(({ element }) => element?.textContent)) resolve();
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );

it.each(['/', EXPLAINER, '/requests/request-call'])(
  '%s does not shift when its fonts load late',
  async (path) => {
    const page = await newPage();
    const delayed = Promise.withResolvers<void>();
    await page.route('**/*.woff2', async (route) => {
      await delayed.promise;
      await route.continue();
    });
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    await waitForText(page);
    const before = await measureElements(page);
    delayed.resolve();
    await page.waitForLoadState('load');
    await page.evaluate(() => document.fonts.ready);
    expect(await measureElements(page)).toEqual(before);
  },
);
