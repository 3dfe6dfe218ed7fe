import { describe, expect, it } from 'vitest';
import { PROXIED_PATHS, SPECULATION_RULES_PATH } from '#domain/site-paths.ts';
import { DESKTOP, newPage, site } from '#tests/helpers/browser.ts';
import { EXPLAINER } from '#tests/helpers/page-paths.ts';
import { FORM_PAGES } from '#tests/helpers/site-paths.ts';

interface RuleSet {
  errorType?: string;
  errorMessage?: string;
}

/** Opens a page in Chromium and returns the rule sets that it parsed, and the URLs that they let it prefetch. */
async function loadRules(path: string) {
  const page = await newPage(DESKTOP);
  const session = await page.context().newCDPSession(page);
  const ruleSets: RuleSet[] = [];
  const urls = new Set<string>();
  session.on('Preload.ruleSetUpdated', ({ ruleSet }) => ruleSets.push(ruleSet));
  const listed = new Promise<void>((resolve) => {
    session.on(
      'Preload.preloadingAttemptSourcesUpdated',
      ({ preloadingAttemptSources: sources }) => {
        for (const { key } of sources) urls.add(`${key.action} ${key.url}`);
        if (urls.size > 0) resolve();
      },
    );
  });
  await session.send('Preload.enable');
  await page.goto(path, { waitUntil: 'networkidle' });
  return { page, ruleSets, urls, listed };
}

it('sends the URL of the rules with public pages only', async () => {
  const readHeader = async (path: string) =>
    (await fetch(`${site.url}${path}`)).headers.get('speculation-rules');
  expect(await readHeader(EXPLAINER)).toBe(`"${SPECULATION_RULES_PATH}"`);
  for (const path of [...FORM_PAGES, '/search?q=detox', '/nothing']) {
    expect(await readHeader(path), path).toBeNull();
  }
});

it('serves the rules with their media type, as cacheable', async () => {
  const { status, headers } = await fetch(`${site.url}${SPECULATION_RULES_PATH}`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(/^application\/speculationrules\+json/);
  expect(headers.get('cache-control')).toContain('public');
});

describe('in Chromium', () => {
  it('prefetches links to public pages of this site only', async () => {
    const { ruleSets, urls, listed } = await loadRules(EXPLAINER);
    await listed;
    expect(ruleSets.map(({ errorType, errorMessage }) => errorType ?? errorMessage)).toEqual([
      undefined,
    ]);
    expect([...urls]).toContain(`Prefetch ${site.url}/articles`);
    const paths = [...urls].map((entry) => {
      const [action, url = ''] = entry.split(' ');
      expect(action).toBe('Prefetch');
      expect(new URL(url).origin).toBe(site.url);
      return new URL(url).pathname;
    });
    for (const path of paths) {
      expect(
        PROXIED_PATHS.filter((first) => `${path}/`.startsWith(`${first}/`)),
        path,
      ).toEqual([]);
    }
  });

  it.each(FORM_PAGES.slice(0, 1))('finds no rules on %s', async (path) => {
    const { ruleSets, urls } = await loadRules(path);
    expect([ruleSets, [...urls]]).toEqual([[], []]);
  });
});
