import { expect, it } from 'vitest';
import { type CacheEntry, createCacheEntry } from './cache-entry.ts';
import { findSubresources } from './subresources.ts';

const cacheEntry = (type: string, body: string, key = '/page'): CacheEntry => {
  const headers = { 'cache-control': 'public, s-maxage=60', 'content-type': type };
  const entry = createCacheEntry(key, 1, { status: 200, headers, body: Buffer.from(body) });
  if (!entry) throw new Error('It is not cacheable.');
  return entry;
};

it('finds the subresources of a page once each, and none of other sites', () => {
  const html = `<link rel="stylesheet" href="/a.css"><script src="/b.js?v=1" data-worker="/w.js"></script>
    <img src="/c.png" srcset="/c-1.png 400w, /c.png#x 800w"><source srcset="/d.webp 2x">
    <img src="//evil.example/e.png"><img src="https://evil.example/f.png"><img src="data:image/png,">
    <a href="/admin">not shown</a>`;
  expect(findSubresources(cacheEntry('text/html; charset=utf-8', html))).toEqual([
    '/a.css',
    '/b.js',
    '/w.js',
    '/c.png',
    '/c-1.png',
    '/d.webp',
  ]);
});

it('finds the subresources of a style sheet, relative to its path', () => {
  const css = `@font-face{src:url("../font.woff2")}a{background:url(/b.svg)}i{background:url( 'data:x')}`;
  expect(findSubresources(cacheEntry('text/css', css, '/assets/css/a.css'))).toEqual([
    '/assets/font.woff2',
    '/b.svg',
  ]);
});

it('finds none in other files', () => {
  expect(findSubresources(cacheEntry('application/json', '<img src="/a.png">'))).toEqual([]);
});
