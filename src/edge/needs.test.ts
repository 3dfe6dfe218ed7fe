import { expect, it } from 'vitest';
import { type Entry, entryOf } from './entry.ts';
import { needsOf } from './needs.ts';

const kept = (type: string, body: string, key = '/page'): Entry => {
  const headers = { 'cache-control': 'public, s-maxage=60', 'content-type': type };
  const entry = entryOf(key, 1, { status: 200, headers, body: Buffer.from(body) });
  if (!entry) throw new Error('It is not kept.');
  return entry;
};

it('finds what a page needs to be shown, each once, and nothing of others', () => {
  const html = `<link rel="stylesheet" href="/a.css"><script src="/b.js?v=1" data-worker="/w.js"></script>
    <img src="/c.png" srcset="/c-1.png 400w, /c.png#x 800w"><source srcset="/d.webp 2x">
    <img src="//evil.example/e.png"><img src="https://evil.example/f.png"><img src="data:image/png,">
    <a href="/admin">not shown</a>`;
  expect(needsOf(kept('text/html; charset=utf-8', html))).toEqual([
    '/a.css',
    '/b.js',
    '/w.js',
    '/c.png',
    '/c-1.png',
    '/d.webp',
  ]);
});

it('finds what a style sheet needs, as seen from where it stands', () => {
  const css = `@font-face{src:url("../font.woff2")}a{background:url(/b.svg)}i{background:url( 'data:x')}`;
  expect(needsOf(kept('text/css', css, '/assets/css/a.css'))).toEqual([
    '/assets/font.woff2',
    '/b.svg',
  ]);
});

it('takes other files as they are', () => {
  expect(needsOf(kept('application/json', '<img src="/a.png">'))).toEqual([]);
});
