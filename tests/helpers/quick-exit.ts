import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Longest wait for the traces of a page. */
const TIMEOUT_MS = 20_000;

/** What a page leaves in the browser when its visitor exits. */
export interface Traces {
  /** Title of the tab. */
  title: string;
  /** Number of items in session and local storage. */
  stored: number;
}

/**
 * Records the traces of each page that goes blank, while it is still loaded.
 * @returns a list that grows as pages go blank
 */
export async function recordTraces(page: Page): Promise<Traces[]> {
  const recorded: Traces[] = [];
  await page.exposeFunction('recordTraces', (traces: Traces) => recorded.push(traces));
  await page.addInitScript(() => {
    const reportIfBlank = () => {
      const { title, documentElement } = document;
      const stored = sessionStorage.length + localStorage.length;
      if (documentElement.hidden) Object(window).recordTraces({ title, stored });
    };
    new MutationObserver(reportIfBlank).observe(document, {
      attributeFilter: ['hidden'],
      subtree: true,
    });
  });
  return recorded;
}

/**
 * Serves a stub of the site that the exit leads to.
 * @param traces the response waits for the first of these, which would be lost once the page has gone
 * @returns the `Referer` of each request
 */
export async function stubExitSite(address: string, page: Page, traces?: Traces[]) {
  const referrers: (string | undefined)[] = [];
  await page.route(address, async (route) => {
    referrers.push(route.request().headers().referer);
    if (traces) await expect.poll(() => traces.length, { timeout: TIMEOUT_MS }).toBeGreaterThan(0);
    await route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' });
  });
  return referrers;
}

/** Counts the items in session and local storage. */
export const countStoredItems = (page: Page): Promise<number> =>
  page.evaluate(() => sessionStorage.length + localStorage.length);
