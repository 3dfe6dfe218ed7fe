import { expect, test } from 'vitest';
import { formatDocumentTitle } from './page-title.ts';

const site = { siteName: 'Riverside' };
const neutral = { ...site, neutralTitle: 'Notes' };

test.each([
  ['Articles', site, 'Articles · Riverside'],
  ['Riverside', site, 'Riverside'],
  ['Page not found', { siteName: '' }, 'Page not found'],
  ['Error: Ask for a call', site, 'Error: Ask for a call · Riverside'],
  ['Articles', neutral, 'Notes'],
  ['Riverside', neutral, 'Notes'],
  ['Error: Ask for a call', neutral, 'Error: Notes'],
])('formats “%s” with %o as “%s”', (title, settings, expected) => {
  expect(formatDocumentTitle(title, settings)).toBe(expected);
});
