import type { Page } from 'playwright-core';
import { axeProblemsOn } from './axe-in-browser.ts';
import { comparePictures, PHONE } from './page-pictures.ts';
import { screenReaderProblems } from './screen-reader-problems.ts';
import { findSystemFonts } from './system-fonts.ts';

/** A screen of 1280 × 1024 pixels at 400 %. */
const ZOOMED_SCREEN = { width: 320, height: 256 };

/** What is wrong with a page that is open on a phone, by the look that found it. */
export interface PageProblems {
  /** Pictures, light and dark, that differ from their references. */
  pictures: string[];
  /** Landmarks, headings, names and links as screen readers read them. */
  screenReader: string[];
  /** Violations of axe's rules, light and dark. */
  axe: string[];
  /** Elements with text in a font of the system. */
  systemFonts: string[];
  /** Pixels by which the page is wider than its viewport. */
  overflowPx: { onPhone: number; zoomed: number; largeText: number };
}

export const NO_PROBLEMS: PageProblems = {
  pictures: [],
  screenReader: [],
  axe: [],
  systemFonts: [],
  overflowPx: { onPhone: 0, zoomed: 0, largeText: 0 },
};

/**
 * Takes all looks at a page that has just been opened with its fonts, and leaves it with large text.
 * @param kind first part of the names of its reference pictures
 */
export async function findPageProblems(page: Page, kind: string): Promise<PageProblems> {
  await page.setViewportSize(PHONE);
  const onPhone = await measureOverflow(page);
  const screenReader = await screenReaderProblems(page);
  const systemFonts = await findSystemFonts(page);
  const axe = await axeProblemsOn(page);
  const pictures = await comparePictures(page, kind);
  await page.setViewportSize(ZOOMED_SCREEN);
  const zoomed = await measureOverflow(page);
  await page.setViewportSize(PHONE);
  await doubleFontSize(page);
  const largeText = await measureOverflow(page);
  return { pictures, screenReader, axe, systemFonts, overflowPx: { onPhone, zoomed, largeText } };
}

/** Returns how far a page overflows the viewport sideways, in pixels. */
const measureOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Doubles the size of all text, as a visitor does in the settings of the browser. */
export const doubleFontSize = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const root = document.documentElement;
    root.style.fontSize = `${2 * Number.parseFloat(getComputedStyle(root).fontSize)}px`;
  });
