import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Expects no cookie, and no data in any browser storage. */
export async function expectNothingStored(page: Page): Promise<void> {
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.context().storageState({ indexedDB: true })).toEqual({
    cookies: [],
    origins: [],
  });
  const countItems = () => [sessionStorage.length, localStorage.length];
  expect(await page.evaluate(countItems)).toEqual([0, 0]);
  const listCaches = () => Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]);
  expect(await page.evaluate(listCaches)).toEqual([[], []]);
}
