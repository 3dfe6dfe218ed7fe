import { describe, expect, it } from 'vitest';
import { PASSED, SPECULATION_RULES_PATH } from '#domain/addresses.ts';
import { EXPLAINER, FORM_PAGES } from '#tests/helpers/addresses.ts';
import { DESK, newVisitor, site } from '#tests/helpers/browser.ts';

interface RuleSet {
  errorType?: string;
  errorMessage?: string;
}

/** What Chromium makes of the rules of a page: whether it reads them, and which pages they let it fetch. */
async function rulesAt(path: string) {
  const page = await newVisitor(DESK);
  const session = await page.context().newCDPSession(page);
  const sets: RuleSet[] = [];
  const urls = new Set<string>();
  session.on('Preload.ruleSetUpdated', ({ ruleSet }) => sets.push(ruleSet));
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
  return { page, sets, urls, listed };
}

it('a page says where the rules are; what is for one person says nothing', async () => {
  const saidAt = async (path: string) =>
    (await fetch(`${site.url}${path}`)).headers.get('speculation-rules');
  expect(await saidAt(EXPLAINER)).toBe(`"${SPECULATION_RULES_PATH}"`);
  for (const path of [...FORM_PAGES, '/search?q=detox', '/nothing']) {
    expect(await saidAt(path), path).toBeNull();
  }
});

it('the rules are of the type that browsers ask for, and kept by caches', async () => {
  const { status, headers } = await fetch(`${site.url}${SPECULATION_RULES_PATH}`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(/^application\/speculationrules\+json/);
  expect(headers.get('cache-control')).toContain('public');
});

describe('in Chromium', () => {
  it('links to pages may be fetched ahead; nothing else, and nobody else, is', async () => {
    const { sets, urls, listed } = await rulesAt(EXPLAINER);
    await listed;
    expect(sets.map(({ errorType, errorMessage }) => errorType ?? errorMessage)).toEqual([
      undefined,
    ]);
    expect([...urls]).toContain(`Prefetch ${site.url}/articles`);
    const paths = [...urls].map((one) => {
      const [action, url = ''] = one.split(' ');
      expect(action).toBe('Prefetch');
      expect(new URL(url).origin).toBe(site.url);
      return new URL(url).pathname;
    });
    for (const path of paths) {
      expect(
        PASSED.filter((first) => `${path}/`.startsWith(`${first}/`)),
        path,
      ).toEqual([]);
    }
  });

  it.each(FORM_PAGES.slice(0, 1))('%s has no rules', async (path) => {
    const { sets, urls } = await rulesAt(path);
    expect([sets, [...urls]]).toEqual([[], []]);
  });
});
