import { type Browser, chromium } from 'playwright-core';
import { say } from '#platform/process/progress.ts';
import { findChromium } from '#tests/helpers/chromium.ts';
import { median } from '../median.ts';
import type { Target, TargetId } from '../pages/target.ts';
import { inTurn } from '../rounds.ts';
import { type Weight, weightOf } from './weight.ts';
import { wireOf } from './wire.ts';

/** The phone that Lighthouse takes for an ordinary one. */
const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};

/** Nobody is the first reader of a page that is read: it has been compressed as well as it can be. */
const READ_BEFORE = 3;

/** Those that are a site, with all that belongs to a page. */
export const VISITED: TargetId[] = ['explainer', 'wordpress', 'template'];

export interface Visit {
  id: TargetId;
  target: string;
  weight: Weight;
}

/** Opens each page as a phone does that was never there before, round by round. */
export async function measureVisits(targets: Target[], rounds: number): Promise<Visit[]> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const rows = targets.map((target) => ({ target, weights: [] as Weight[] }));
  try {
    for (const { url } of targets) {
      for (let n = 0; n < READ_BEFORE; n += 1) await firstVisit(browser, url);
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const { target, weights } of inTurn(rows, round)) {
        const weight = await firstVisit(browser, target.url);
        weights.push(weight);
        say(`  ${target.name}: ${JSON.stringify(weight)}`);
      }
    }
  } finally {
    await browser.close();
  }
  return rows.map(({ target: { id, name }, weights }) => ({
    id,
    target: name,
    weight: overRounds(weights),
  }));
}

async function firstVisit(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const files = await wireOf(await context.newCDPSession(page));
    await page.goto(url, { waitUntil: 'networkidle' });
    const below = await page.evaluate(() =>
      [...document.images]
        .filter((image) => image.getBoundingClientRect().top >= innerHeight)
        .map(({ currentSrc }) => currentSrc),
    );
    return weightOf(files(), below);
  } finally {
    await context.close();
  }
}

const overRounds = (weights: Weight[]): Weight => ({
  page: median(weights.map(({ page }) => page)),
  fonts: median(weights.map(({ fonts }) => fonts)),
  images: median(weights.map(({ images }) => images)),
  all: median(weights.map(({ all }) => all)),
  requests: median(weights.map(({ requests }) => requests)),
});
