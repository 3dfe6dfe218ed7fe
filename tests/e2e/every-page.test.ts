import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AS_CACHE, FORM_PAGES, MISSING_PAGES, sharedPages } from '#tests/helpers/addresses.ts';
import { axeProblemsOn } from '#tests/helpers/axe-in-browser.ts';
import { newVisitor, site } from '#tests/helpers/browser.ts';
import { htmlErrors } from '#tests/helpers/html-errors.ts';
import { PAGE_KINDS, PAGE_KINDS_AWAY } from '#tests/helpers/page-kinds.ts';
import { holdWeb } from '#tests/helpers/processes.ts';

const shared = await sharedPages();
const pages = [...shared, ...FORM_PAGES, ...MISSING_PAGES];

const STRUCTURED_DATA = '<script type="application/ld+json"';

const KEPT = 'public, max-age=0, s-maxage=60, stale-if-error=86400';

it('there is a page for each thing that is published', () => {
  expect(shared.length).toBeGreaterThan(30);
  expect(shared).toContain('/articles/understanding-intensive-outpatient-treatment');
});

describe('over HTTP', () => {
  it.each(pages)('%s', async (path) => {
    const answer = await fetch(`${site.url}${path}`, AS_CACHE);
    const html = await answer.text();
    const { headers } = answer;
    expect(answer.status).toBe(MISSING_PAGES.includes(path) ? 404 : 200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('accept-ch')).toBeNull();

    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/]{43}=';/);
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');

    // What somebody searches for or asks for is nobody else's business, not even a cache's.
    const own = FORM_PAGES.includes(path) || /^\/(search|requests\/)/.test(path);
    expect(headers.get('cache-control')).toBe(own ? 'private, no-store' : KEPT);
    const tags = headers.get('cache-tag')?.split(',') ?? [];
    for (const tag of tags)
      expect(tag).toMatch(/^([a-z-]+(:[0-9a-f]{24}(:self)?)?|global:[a-z-]+)$/);
    const surroundings = [
      'global:site',
      'global:header',
      'global:footer',
      'global:crisis-resources',
    ];
    expect(tags).toEqual(own ? [] : expect.arrayContaining(surroundings));

    // Our own scripts alone: the one for light and dark is written into the page; the framework's is not there.
    const scripts = html
      .match(/<script\b[^>]*>/g)
      ?.filter((tag) => !tag.startsWith(STRUCTURED_DATA));
    expect(scripts).toEqual([
      '<script>',
      expect.stringMatching(
        /^<script src="\/assets\/site-[\w-]+\.js" data-proof-worker="\/assets\/proof-worker-[\w-]+\.js" defer="">$/,
      ),
    ]);
    expect(html).not.toMatch(/<[^>]+\s(style|on[a-z]+)="/);
    expect(html).not.toContain('<style');
    expect(html).not.toContain('<!--');
    expect(html).not.toContain('__NEXT_DATA__');
    expect(html).toMatch(/<html[^>]* lang="en/);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html.match(/<main[ >]/g)).toHaveLength(1);
  });

  it('a page is tagged with all that it shows', async () => {
    const path = '/articles/understanding-intensive-outpatient-treatment';
    const tags =
      (await fetch(`${site.url}${path}`, AS_CACHE)).headers.get('cache-tag')?.split(',') ?? [];
    const kinds = new Set(tags.map((tag) => tag.replace(/:[0-9a-f]{24}$/, ':id')));
    for (const kind of [
      'articles:id',
      'people:id',
      'media:id',
      'topics:id',
      'treatment-stages:id',
      'treatment-stages',
      'calls-to-action:id',
    ]) {
      expect([...kinds]).toContain(kind);
    }
  });

  it('the addresses at which the framework would hand out props have nothing', async () => {
    const { readFile } = await import('node:fs/promises');
    const build = (await readFile('.next/BUILD_ID', 'utf8')).trim();
    for (const path of ['/index.json', '/articles.json', '/requests/let-us-help.json']) {
      const answer = await fetch(`${site.url}/_next/data/${build}${path}`, {
        headers: { 'x-nextjs-data': '1' },
      });
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('"view"');
    }
  });

  it('the fonts are asked for with the page: they are those of its stylesheet, and nothing waits', async () => {
    const html = await (await fetch(site.url)).text();
    const preloaded = [...html.matchAll(/<link rel="preload" href="([^"]+\.woff2)"/g)].map(
      ([, href]) => href,
    );
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
      ([, href]) => href,
    );
    expect(sheets).toHaveLength(1);
    const css = await (await fetch(`${site.url}${sheets[0]}`)).text();
    const named = [...css.matchAll(/url\(([^)]+\.woff2)\)/g)].map(
      ([, url = '']) => new URL(url, `${site.url}${sheets[0]}`).pathname,
    );
    expect(named).toHaveLength(2);
    expect([...preloaded].sort()).toEqual(named.sort());
  });

  it('the script of the site is small, and kept for good', async () => {
    const html = await (await fetch(site.url)).text();
    const [path] = html.match(/\/assets\/site-[\w-]+\.js/) ?? [];
    const script = await fetch(`${site.url}${path}`);
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(gzipSync(await script.text()).length).toBeLessThanOrEqual(8 * 1024);
  });
});

describe('in a browser, nothing is asked of anybody else, and nothing goes wrong', () => {
  // What is watched for is in the helper: other origins, errors, what the policy stops.
  it.each(pages)('%s', async (path) => {
    const page = await newVisitor();
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(scripts).toEqual([expect.stringMatching(/^\/assets\/site-/)]);
    await expectNothingKept(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
  });
});

describe('in a browser, nothing is kept of what was sent', () => {
  const { receipt, withdrawal, withdrawn } = PAGE_KINDS;

  it.each(Object.entries({ receipt, withdrawal, withdrawn }))('%s', async (_, arrive) => {
    const page = await newVisitor();
    await arrive?.(page);
    await expectNothingKept(page);
  });
});

describe('while nobody answers, nothing is kept, and neither axe nor the standard of HTML finds anything', () => {
  it.each(Object.entries(PAGE_KINDS_AWAY))('%s', async (_, arrive) => {
    onTestFinished(await holdWeb(site));
    const page = await newVisitor();
    await arrive(page);
    await expectNothingKept(page);
    expect(await axeProblemsOn(page)).toEqual([]);
    expect(await htmlErrors(await page.content())).toEqual([]);
  });
});

/** No cookie and nothing in any storage of the browser. */
async function expectNothingKept(page: Page): Promise<void> {
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.context().storageState({ indexedDB: true })).toEqual({
    cookies: [],
    origins: [],
  });
  const stored = () => [sessionStorage.length, localStorage.length];
  expect(await page.evaluate(stored)).toEqual([0, 0]);
  const kept = () => Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]);
  expect(await page.evaluate(kept)).toEqual([[], []]);
}
