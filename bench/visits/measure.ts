import { type Browser, chromium } from 'playwright-core';
import { printLine } from '#platform/process/progress.ts';
import { findChromium } from '#tests/helpers/chromium.ts';
import { median } from '../median.ts';
import type { PageTarget, PageTargetId } from '../pages/target.ts';
import { rotate } from '../rounds.ts';
import { recordLoadedFiles } from './loaded-files.ts';
import { type Weight, weightOf } from './weight.ts';

/** Lighthouse's default phone. */
const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};

/** Visits before the measured ones, so that the cache has its best compression of each page. */
const WARM_UP_VISITS = 3;

/** Targets that are whole sites, with styles, fonts and images. */
export const VISITED_TARGETS: PageTargetId[] = ['explainer', 'wordpress', 'template'];

export interface Visit {
  id: PageTargetId;
  target: string;
  weight: Weight;
}

/** Measures what the first visit of a phone to each page loads, round by round. */
export async function measureVisits(targets: PageTarget[], rounds: number): Promise<Visit[]> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const rows = targets.map((target) => ({ target, weights: [] as Weight[] }));
  try {
    for (const { url } of targets) {
      for (let n = 0; n < WARM_UP_VISITS; n += 1) await firstVisit(browser, url);
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const { target, weights } of rotate(rows, round)) {
        const weight = await firstVisit(browser, target.url);
        weights.push(weight);
        printLine(`  ${target.name}: ${JSON.stringify(weight)}`);
      }
    }
  } finally {
    await browser.close();
  }
  return rows.map(({ target: { id, name }, weights }) => ({
    id,
    target: name,
    weight: medianWeight(weights),
  }));
}

async function firstVisit(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const loadedFiles = await recordLoadedFiles(await context.newCDPSession(page));
    await page.goto(url, { waitUntil: 'networkidle' });
    const below = await page.evaluate(() =>
      [...document.images]
        .filter((image) => image.getBoundingClientRect().top >= innerHeight)
        .map(({ currentSrc }) => currentSrc),
    );
    return weightOf(loadedFiles(), below);
  } finally {
    await context.close();
  }
}

const medianWeight = (weights: Weight[]): Weight => ({
  page: median(weights.map(({ page }) => page)),
  fonts: median(weights.map(({ fonts }) => fonts)),
  images: median(weights.map(({ images }) => images)),
  all: median(weights.map(({ all }) => all)),
  requests: median(weights.map(({ requests }) => requests)),
});
