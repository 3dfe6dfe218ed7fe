import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagePath } from '#forms/submission-schema.ts';
import { DISGUISED, EVIL } from '#tests/helpers/hostile/addresses.ts';
import { isExitAddress } from './exit.ts';
import { addressIn } from './href.ts';
import { asLocation, pathOnSite } from './redirects.ts';

const SITE = 'https://site.example';

/** Where a browser goes that meets this as a link on a page of the site. */
const goesTo = (href: string): URL => new URL(href, `${SITE}/articles/one`);

/** A link that a page may have: it stays here, or says openly where it leads. */
function isHonest(href: string): boolean {
  const { origin, protocol, pathname, username, password } = goesTo(href);
  if (['mailto:', 'tel:', 'sms:'].includes(protocol)) return true;
  if (!['https:', 'http:'].includes(protocol) || username || password) return false;
  if (/^https?:\/\//i.test(href)) return true;
  return origin === SITE && !pathname.startsWith('//');
}

it.each([
  ['/articles/one?a=b#part', '/articles/one?a=b#part'],
  [' /articles ', '/articles'],
  ['/über uns', '/%C3%BCber%20uns'],
  [`/%2F${EVIL}`, `/%2F${EVIL}`],
  [`/%5C${EVIL}`, `/%5C${EVIL}`],
  [`/／${EVIL}`, `/%EF%BC%8F${EVIL}`],
  ['/a//b', '/a//b'],
  [`${SITE}/articles`, '/articles'],
  ['HTTPS://SITE.EXAMPLE', '/'],
])('%j is the path %j of this site', (typed, path) => {
  expect(addressIn(typed, SITE)).toEqual({ href: typed.trim(), path });
});

it.each([
  `https://${EVIL}/page`,
  `HTTP://${EVIL}`,
  'https://münchen.example/weg?a=b',
  'mailto:sam@example.org',
  'TEL:+12125550142',
  'sms:988',
  '#part',
])('%j leads openly elsewhere, or to a place on the page', (typed) => {
  expect(addressIn(typed, SITE)).toEqual({ href: typed });
});

describe.each(DISGUISED)('%j', (typed) => {
  it('is no address', () => {
    expect(addressIn(typed, SITE)).toBeUndefined();
    expect(addressIn(typed)).toBeUndefined();
  });

  it('is none at the doors', () => {
    expect(pathOnSite(typed, SITE)).toBeUndefined();
    expect(asLocation(typed, SITE)).toBe('/');
    expect(isExitAddress(typed, SITE)).toBe(false);
    expect(pagePath.safeParse(typed).success).toBe(false);
  });
});

it.each([null, undefined, 7, {}, ['/a']])('%j is no address', (typed) => {
  expect(addressIn(typed)).toBeUndefined();
});

const PARTS = ['/', '\\', '.', '..', ':', '@', '#', '?', '%2f', '%5c', '\t', '\n', ' ', '\u0000'];
const WORDS = [
  'https',
  'javascript',
  'mailto',
  'data',
  EVIL,
  'site.example',
  'a',
  '／',
  'ｈ',
  '%09',
];

const address = fc.oneof(
  fc.array(fc.constantFrom(...PARTS, ...WORDS), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => `/${text}`),
);

it('nothing that was generated leads elsewhere than it looks, at any door', () => {
  fc.assert(
    fc.property(address, (typed) => {
      const found = addressIn(typed, SITE);
      if (found) expect(isHonest(found.href)).toBe(true);
      if (found?.path) expect(goesTo(found.path).origin).toBe(SITE);
      const here = addressIn(typed)?.path;
      if (here) expect(goesTo(here).origin).toBe(SITE);
      // As redirects are found by it: letters as people read them, which is no address any more.
      if (pathOnSite(typed, SITE)) expect(found?.path).toBeDefined();
      expect(isHonest(asLocation(typed, SITE))).toBe(true);
      if (isExitAddress(typed, SITE)) expect(goesTo(typed).protocol).toBe('https:');
      if (pagePath.safeParse(typed).success) expect(goesTo(typed).origin).toBe(SITE);
    }),
    { numRuns: 3000 },
  );
});
