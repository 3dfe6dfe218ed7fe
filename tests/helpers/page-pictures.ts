import type { Locator, Page } from 'playwright-core';
import { maskRandomText } from './mask-random-text.ts';
import { compareWithReference } from './screenshots.ts';

/** The smallest phone of which there are reference pictures. */
export const PHONE = { width: 360, height: 740 };

/** The other screens of which there are reference pictures. */
export const WIDE_SCREENS = [
  { width: 768, height: 1024 },
  { width: 1280, height: 900 },
];

export const SCHEMES = ['light', 'dark'] as const;

/**
 * Compares a page with its reference pictures for the width of its viewport, light and dark.
 * @param kind first part of the names of the pictures
 * @param part takes the pictures of this part, instead of the page from its top
 * @returns a sentence about each difference
 */
export async function comparePictures(page: Page, kind: string, part?: Locator): Promise<string[]> {
  await maskRandomText(page);
  const differences: string[] = [];
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const name = `${kind}-${page.viewportSize()?.width}-${colorScheme}`;
    const difference = await compareWithReference(page, name, part);
    if (difference) differences.push(difference);
  }
  return differences;
}
