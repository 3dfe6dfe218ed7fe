import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { axeProblemsOn, LIGHT } from '#tests/helpers/axe-in-browser.ts';
import { newPage, site } from '#tests/helpers/browser.ts';
import { expectNothingStored } from '#tests/helpers/browser-storage.ts';
import { FORM_PAGE_KINDS } from '#tests/helpers/page-kinds.ts';
import { EXPLAINER } from '#tests/helpers/page-paths.ts';
import {
  AS_SURROGATE,
  FORM_PAGES,
  listCacheablePages,
  MISSING_PAGES,
} from '#tests/helpers/site-paths.ts';

const shared = await listCacheablePages();
const pages = [...shared, ...FORM_PAGES, ...MISSING_PAGES];

const STRUCTURED_DATA = '<script type="application/ld+json"';

const SHARED_CACHE_CONTROL = 'public, max-age=0, s-maxage=60, stale-if-error=86400';

it('lists a page for each published document', () => {
  expect(shared.length).toBeGreaterThan(30);
  expect(shared).toContain('/articles/understanding-intensive-outpatient-treatment');
});

describe('over HTTP', () => {
  it.each(pages)('serves %s with its headers, policy and scripts', async (path) => {
    const response = await fetch(`${site.url}${path}`, AS_SURROGATE);
    const html = await response.text();
    const { headers } = response;
    expect(response.status).toBe(MISSING_PAGES.includes(path) ? 404 : 200);
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

    // No cache may store what a visitor searches for, or a form.
    const isPrivate = FORM_PAGES.includes(path) || /^\/(search|requests\/)/.test(path);
    expect(headers.get('cache-control')).toBe(
      isPrivate ? 'private, no-store' : SHARED_CACHE_CONTROL,
    );
    const tags = headers.get('cache-tag')?.split(',') ?? [];
    for (const tag of tags)
      expect(tag).toMatch(/^([a-z-]+(:[0-9a-f]{24}(:self)?)?|global:[a-z-]+)$/);
    const layoutTags = ['global:site', 'global:header', 'global:footer', 'global:crisis-resources'];
    expect(tags).toEqual(isPrivate ? [] : expect.arrayContaining(layoutTags));

    // The inline script for the color scheme and the site's script; none of the framework.
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

  it('tags a page with every document that it shows', async () => {
    const path = '/articles/understanding-intensive-outpatient-treatment';
    const tags =
      (await fetch(`${site.url}${path}`, AS_SURROGATE)).headers.get('cache-tag')?.split(',') ?? [];
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

  it("answers 404 at the framework's data endpoints", async () => {
    const build = (await readFile('.next/BUILD_ID', 'utf8')).trim();
    for (const path of ['/index.json', '/articles.json', '/requests/let-us-help.json']) {
      const response = await fetch(`${site.url}/_next/data/${build}${path}`, {
        headers: { 'x-nextjs-data': '1' },
      });
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('"view"');
    }
  });

  it("preloads the fonts of the page's only stylesheet", async () => {
    const html = await (await fetch(site.url)).text();
    const preloaded = [...html.matchAll(/<link rel="preload" href="([^"]+\.woff2)"/g)].map(
      ([, href]) => href,
    );
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
      ([, href]) => href,
    );
    expect(sheets).toHaveLength(1);
    const css = await (await fetch(`${site.url}${sheets[0]}`)).text();
    const fontUrls = [...css.matchAll(/url\(([^)]+\.woff2)\)/g)].map(
      ([, url = '']) => new URL(url, `${site.url}${sheets[0]}`).pathname,
    );
    expect(fontUrls).toHaveLength(2);
    expect([...preloaded].sort()).toEqual(fontUrls.sort());
  });

  it("serves the site's script as immutable, in at most 8 KB", async () => {
    const html = await (await fetch(site.url)).text();
    const [path] = html.match(/\/assets\/site-[\w-]+\.js/) ?? [];
    const script = await fetch(`${site.url}${path}`);
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(gzipSync(await script.text()).length).toBeLessThanOrEqual(8 * 1024);
  });
});

// In the dark scheme, the explainer alone is checked (content-pages): other articles have no colors of their own.
const axeSchemes = (path: string) =>
  path.startsWith('/articles/') && path !== EXPLAINER && !MISSING_PAGES.includes(path)
    ? [LIGHT]
    : [];

describe('in a browser, without errors or requests to other origins', () => {
  // `newPage` fails the test on errors, policy violations, and requests to other origins.
  it.each(pages)('shows %s', async (path) => {
    const page = await newPage();
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
    });
    await page.goto(path);
    // The script shows the choice of color scheme once it has run.
    await page.locator('[data-scheme-choice]').waitFor();
    expect(await axeProblemsOn(page, axeSchemes(path))).toEqual([]);
    expect(scripts).toEqual([expect.stringMatching(/^\/assets\/site-/)]);
    await expectNothingStored(page);
    const widthPx = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widthPx).toBeLessThanOrEqual(390);
  });
});

describe('stores nothing in the browser after a submission', () => {
  it.each(['receipt', 'withdrawal', 'withdrawn'])('%s', async (kind) => {
    const page = await newPage();
    await FORM_PAGE_KINDS[kind]?.(page);
    await expectNothingStored(page);
  });
});
