import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { findFreePort } from '#platform/process/port.ts';
import { printLine } from '#platform/process/progress.ts';
import { findChromium } from '#tests/helpers/chromium.ts';
import { median } from '../median.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** A page with the medians of its Lighthouse results over all rounds. */
export interface PageScores {
  path: string;
  /** From 0 to 100. */
  scores: Record<(typeof CATEGORIES)[number], number>;
  /** Cumulative layout shift. */
  cls: number;
  /** Largest contentful paint in ms, on Lighthouse's simulated slow phone. */
  lcp: number;
  /** Ids of the audits that failed in any round. */
  findings: string[];
}

/** Audits each page once a round with Lighthouse's default phone. */
export async function measureScores(
  site: string,
  paths: string[],
  rounds: number,
): Promise<PageScores[]> {
  const port = await findFreePort();
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  try {
    const measured: PageScores[] = [];
    for (const path of paths) {
      const audits: Audit[] = [];
      for (let round = 0; round < rounds; round += 1)
        audits.push(await auditPage(site, path, port));
      measured.push(medianScores(path, audits));
      printLine(`  ${path}: ${JSON.stringify(measured.at(-1))}`);
    }
    return measured;
  } finally {
    await browser.close();
  }
}

type Audit = Omit<PageScores, 'path'>;

async function auditPage(site: string, path: string, port: number): Promise<Audit> {
  const result = await lighthouse(
    site + path,
    { port, logLevel: 'error', output: 'json' },
    {
      extends: 'lighthouse:default',
      settings: {
        onlyCategories: [...CATEGORIES],
        // Submission forms are kept out of search engines on purpose.
        skipAudits: path.startsWith('/requests/') ? ['is-crawlable'] : [],
      },
    },
  );
  if (!result || result.lhr.runtimeError)
    throw new Error(`${path}: ${result?.lhr.runtimeError?.message}`);
  const { categories, audits } = result.lhr;
  const failed = Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9);
  return {
    scores: scoresBy((name) => Math.round((categories[name]?.score ?? 0) * 100)),
    cls: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
    lcp: Math.round(audits['largest-contentful-paint']?.numericValue ?? Number.NaN),
    findings: failed.map(({ id }) => id),
  };
}

const medianScores = (path: string, audits: Audit[]): PageScores => ({
  path,
  scores: scoresBy((name) => median(audits.map(({ scores }) => scores[name]))),
  cls: median(audits.map(({ cls }) => cls)),
  lcp: median(audits.map(({ lcp }) => lcp)),
  findings: [...new Set(audits.flatMap(({ findings }) => findings))],
});

const scoresBy = (
  scoreOf: (name: (typeof CATEGORIES)[number]) => number,
): PageScores['scores'] => ({
  performance: scoreOf('performance'),
  accessibility: scoreOf('accessibility'),
  'best-practices': scoreOf('best-practices'),
  seo: scoreOf('seo'),
});
