import { expect, it } from 'vitest';
import { weightOf } from './weight.ts';

it('groups bytes by resource type, and leaves out images below the fold', () => {
  const files = [
    { url: '/', type: 'Document', bytes: 1 },
    { url: '/a.css', type: 'Stylesheet', bytes: 2 },
    { url: '/a.js', type: 'Script', bytes: 4 },
    { url: '/a.woff2', type: 'Font', bytes: 8 },
    { url: '/top.webp', type: 'Image', bytes: 16 },
    { url: '/deep.webp', type: 'Image', bytes: 32 },
    { url: '/beat', type: 'Fetch', bytes: 64 },
  ];
  expect(weightOf(files, ['/deep.webp'])).toEqual({
    page: 7,
    fonts: 8,
    images: 16,
    all: 127,
    requests: 7,
  });
});
