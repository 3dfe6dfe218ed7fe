import { expect, test } from 'vitest';
import { classifyOrigin } from './origin.ts';

const ORIGINS = { site: 'https://example.org', listed: ['https://front.example'] };

test.each([
  ['our page', { origin: 'https://example.org', 'sec-fetch-site': 'same-origin' }, 'own'],
  ['our page, in an old browser', { origin: 'https://example.org' }, 'own'],
  ['our page, its origin hidden', { origin: 'null', 'sec-fetch-site': 'same-origin' }, 'own'],
  ['our page, by another host name', { origin: 'http://10.0.0.1', host: '10.0.0.1' }, 'unknown'],
  [
    'our page, by another host name, in a new browser',
    { origin: 'http://10.0.0.1', host: '10.0.0.1', 'sec-fetch-site': 'same-origin' },
    'own',
  ],
  ['a program', {}, 'unknown'],
  ['a URL that was typed in', { 'sec-fetch-site': 'none' }, 'unknown'],
  [
    'a listed front end',
    { origin: 'https://front.example', 'sec-fetch-site': 'cross-site' },
    'own',
  ],
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 'foreign'],
  ['another site, in an old browser', { origin: 'https://evil.example' }, 'foreign'],
  [
    'contradictory headers',
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    'foreign',
  ],
  [
    'another site of the same domain',
    { origin: 'https://blog.example.org', 'sec-fetch-site': 'same-site' },
    'foreign',
  ],
  ['a frame without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 'foreign'],
  ['another site that names no origin', { 'sec-fetch-site': 'cross-site' }, 'foreign'],
  ['a hidden origin', { origin: 'null' }, 'foreign'],
] as const)('%s', (_, headers, origin) => {
  expect(classifyOrigin({ host: 'example.org', ...headers }, ORIGINS)).toBe(origin);
});
