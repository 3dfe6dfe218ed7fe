import { expect, test } from 'vitest';
import { originOf } from './origin.ts';

const ORIGINS = { site: 'https://example.org', listed: ['https://front.example'] };

test.each([
  ['our page', { origin: 'https://example.org', 'sec-fetch-site': 'same-origin' }, 'ours'],
  ['our page, in an old browser', { origin: 'https://example.org' }, 'ours'],
  ['our page, its origin hidden', { origin: 'null', 'sec-fetch-site': 'same-origin' }, 'ours'],
  ['our page, by another name', { origin: 'http://10.0.0.1', host: '10.0.0.1' }, 'unsaid'],
  [
    'our page, by another name, in a new browser',
    { origin: 'http://10.0.0.1', host: '10.0.0.1', 'sec-fetch-site': 'same-origin' },
    'ours',
  ],
  ['a program', {}, 'unsaid'],
  ['an address that was typed in', { 'sec-fetch-site': 'none' }, 'unsaid'],
  [
    'a listed front end',
    { origin: 'https://front.example', 'sec-fetch-site': 'cross-site' },
    'ours',
  ],
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 'foreign'],
  ['another site, in an old browser', { origin: 'https://evil.example' }, 'foreign'],
  ['a liar', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, 'foreign'],
  ['a neighbor', { origin: 'https://blog.example.org', 'sec-fetch-site': 'same-site' }, 'foreign'],
  ['a frame without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 'foreign'],
  ['another site that names no origin', { 'sec-fetch-site': 'cross-site' }, 'foreign'],
  ['a hidden origin', { origin: 'null' }, 'foreign'],
] as const)('%s', (_, headers, origin) => {
  expect(originOf({ host: 'example.org', ...headers }, ORIGINS)).toBe(origin);
});
