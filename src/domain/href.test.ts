import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagePathSchema } from '#forms/submission-schema.ts';
import { DISGUISED_URLS, FOREIGN_HOST } from '#tests/helpers/hostile/addresses.ts';
import { parseHref } from './href.ts';
import { isQuickExitHref } from './quick-exit.ts';
import { toLocation, toSitePath } from './redirects.ts';

const SITE = 'https://site.example';

/** Resolves an href as a browser does on a page of the site. */
const resolveHref = (href: string): URL => new URL(href, `${SITE}/articles/one`);

/** True if a link stays on this site, or visibly leads to another. */
function isHonest(href: string): boolean {
  const { origin, protocol, pathname, username, password } = resolveHref(href);
  if (['mailto:', 'tel:', 'sms:'].includes(protocol)) return true;
  if (!['https:', 'http:'].includes(protocol) || username || password) return false;
  if (/^https?:\/\//i.test(href)) return true;
  return origin === SITE && !pathname.startsWith('//');
}

it.each([
  ['/articles/one?a=b#part', '/articles/one?a=b#part'],
  [' /articles ', '/articles'],
  ['/über uns', '/%C3%BCber%20uns'],
  [`/%2F${FOREIGN_HOST}`, `/%2F${FOREIGN_HOST}`],
  [`/%5C${FOREIGN_HOST}`, `/%5C${FOREIGN_HOST}`],
  [`/／${FOREIGN_HOST}`, `/%EF%BC%8F${FOREIGN_HOST}`],
  ['/a//b', '/a//b'],
  [`${SITE}/articles`, '/articles'],
  ['HTTPS://SITE.EXAMPLE', '/'],
])('parses %j as the path %j of this site', (typed, path) => {
  expect(parseHref(typed, SITE)).toEqual({ href: typed.trim(), path });
});

it.each([
  `https://${FOREIGN_HOST}/page`,
  `HTTP://${FOREIGN_HOST}`,
  'https://münchen.example/weg?a=b',
  'mailto:sam@example.org',
  'TEL:+12125550142',
  'sms:988',
  '#part',
])('parses %j as a link to another site, a contact or a fragment', (typed) => {
  expect(parseHref(typed, SITE)).toEqual({ href: typed });
});

describe.each(DISGUISED_URLS)('%j', (typed) => {
  it('is rejected as an href', () => {
    expect(parseHref(typed, SITE)).toBeUndefined();
    expect(parseHref(typed)).toBeUndefined();
  });

  it('is rejected as a redirect, a quick exit and the page of a form', () => {
    expect(toSitePath(typed, SITE)).toBeUndefined();
    expect(toLocation(typed, SITE)).toBe('/');
    expect(isQuickExitHref(typed, SITE)).toBe(false);
    expect(pagePathSchema.safeParse(typed).success).toBe(false);
  });
});

it.each([null, undefined, 7, {}, ['/a']])('rejects %j', (typed) => {
  expect(parseHref(typed)).toBeUndefined();
});

const PARTS = ['/', '\\', '.', '..', ':', '@', '#', '?', '%2f', '%5c', '\t', '\n', ' ', '\u0000'];
const OTHER_TEXTS = [
  'https',
  'javascript',
  'mailto',
  'data',
  FOREIGN_HOST,
  'site.example',
  'a',
  '／',
  'ｈ',
  '%09',
];

const address = fc.oneof(
  fc
    .array(fc.constantFrom(...PARTS, ...OTHER_TEXTS), { maxLength: 8 })
    .map((parts) => parts.join('')),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => `/${text}`),
);

it('accepts no generated href that leads elsewhere than it seems', () => {
  fc.assert(
    fc.property(address, (typed) => {
      const parsed = parseHref(typed, SITE);
      if (parsed) expect(isHonest(parsed.href)).toBe(true);
      if (parsed?.path) expect(resolveHref(parsed.path).origin).toBe(SITE);
      const pathOfAnySite = parseHref(typed)?.path;
      if (pathOfAnySite) expect(resolveHref(pathOfAnySite).origin).toBe(SITE);
      // The path is decoded for the lookup of redirects, so it is no longer a valid URL.
      if (toSitePath(typed, SITE)) expect(parsed?.path).toBeDefined();
      expect(isHonest(toLocation(typed, SITE))).toBe(true);
      if (isQuickExitHref(typed, SITE)) expect(resolveHref(typed).protocol).toBe('https:');
      if (pagePathSchema.safeParse(typed).success) expect(resolveHref(typed).origin).toBe(SITE);
    }),
    { numRuns: 3000 },
  );
});
