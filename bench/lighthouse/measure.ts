import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { freePort } from '#platform/process/port.ts';
import { say } from '#platform/process/progress.ts';
import { findChromium } from '#tests/helpers/chromium.ts';
import { median } from '../median.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** A page, and what Lighthouse says of it: the middle one of all rounds. */
export interface Scores {
  path: string;
  /** From 0 to 100. */
  scores: Record<(typeof CATEGORIES)[number], number>;
  /** Cumulative layout shift. */
  cls: number;
  /** Largest contentful paint, in ms, as Lighthouse takes it to be on a slow phone. */
  lcp: number;
  /** What is not as it should be, by the name of the audit. */
  findings: string[];
}

/** Looks at each page so many times, as Lighthouse's ordinary phone. */
export async function measureScores(
  site: string,
  paths: string[],
  rounds: number,
): Promise<Scores[]> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  try {
    const measured: Scores[] = [];
    for (const path of paths) {
      const looks: Look[] = [];
      for (let round = 0; round < rounds; round += 1) looks.push(await look(site, path, port));
      measured.push(overRounds(path, looks));
      say(`  ${path}: ${JSON.stringify(measured.at(-1))}`);
    }
    return measured;
  } finally {
    await browser.close();
  }
}

type Look = Omit<Scores, 'path'>;

async function look(site: string, path: string, port: number): Promise<Look> {
  const ran = await lighthouse(
    site + path,
    { port, logLevel: 'error', output: 'json' },
    {
      extends: 'lighthouse:default',
      settings: {
        onlyCategories: [...CATEGORIES],
        // Requests are kept out of search engines on purpose.
        skipAudits: path.startsWith('/requests/') ? ['is-crawlable'] : [],
      },
    },
  );
  if (!ran || ran.lhr.runtimeError) throw new Error(`${path}: ${ran?.lhr.runtimeError?.message}`);
  const { categories, audits } = ran.lhr;
  const failed = Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9);
  return {
    scores: scoresOf((name) => Math.round((categories[name]?.score ?? 0) * 100)),
    cls: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
    lcp: Math.round(audits['largest-contentful-paint']?.numericValue ?? Number.NaN),
    findings: failed.map(({ id }) => id),
  };
}

const overRounds = (path: string, looks: Look[]): Scores => ({
  path,
  scores: scoresOf((name) => median(looks.map(({ scores }) => scores[name]))),
  cls: median(looks.map(({ cls }) => cls)),
  lcp: median(looks.map(({ lcp }) => lcp)),
  findings: [...new Set(looks.flatMap(({ findings }) => findings))],
});

const scoresOf = (scoreOf: (name: (typeof CATEGORIES)[number]) => number): Scores['scores'] => ({
  performance: scoreOf('performance'),
  accessibility: scoreOf('accessibility'),
  'best-practices': scoreOf('best-practices'),
  seo: scoreOf('seo'),
});
